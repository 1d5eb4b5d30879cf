import { z } from 'zod';
import type { Product } from '../../model/product.ts';
import { slug } from '../patterns/names.ts';
import { idSchema, readYaml, textSchema, type YamlResult, type YamlText } from './yaml.ts';

const schema = z.strictObject({
  products: z.array(
    z.strictObject({
      name: textSchema.refine((name) => slug(name) !== '', 'has no letter or digit'),
      aliases: z.array(textSchema).default([]),
      about: textSchema,
      'stands-for': z.array(idSchema).default([]),
    }),
  ),
});

/** Reads `products.yaml`. */
export function parseProducts(source: YamlText): YamlResult<readonly Product[]> {
  const result = readYaml(source, schema);
  if (!result.ok) return result;
  const { at } = result;
  const products = result.data.products.map(
    ({ 'stands-for': standsFor, ...product }, index): Product => ({
      ...{ id: slug(product.name), ...product, standsFor },
      place: at(['products', index]),
    }),
  );
  return { ok: true, data: products, at };
}
