import { unknownProductPattern } from '../../../src/knowledge/rules/unknown-product-pattern.ts';
import { soundLayer } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

testRule(unknownProductPattern, {
  trips: {
    'a product that stands for something unknown': {
      layers: withProduct('stands-for: [nosqll]'),
      finds: [
        {
          at: 'products.yaml:2:5',
          message: 'Larder refers to `nosqll`, which no document describes',
          hint: 'did you mean `nosql`?',
        },
      ],
    },
  },
  passes: {
    'a product that stands for a pattern': withProduct('stands-for: [nosql]'),
    'a product that stands for nothing': withProduct('aliases: [pantry]'),
  },
});

function withProduct(text: string) {
  const products = `products:\n  - { name: Larder, about: a cupboard for food, ${text} }\n`;
  return [soundLayer({ products })];
}
