import { patternInNoDecision } from '../../../src/knowledge/rules/pattern-in-no-decision.ts';
import { decisionsWith, layer, soundLayer } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

const CLAIM = '- Latency: low';
const VARIANT = '  - Advantages\n    - Latency: low';

testRule(patternInNoDecision, {
  trips: {
    'a pattern with a claim': {
      layers: unnamed('## Order service', '', CLAIM),
      finds: [found('doc.md:1:1', 'Order service', 'order-service')],
    },
    'a pattern with nothing but a condition': {
      layers: unnamed('## Order service', '', '- Use when: it pays `writes: many`'),
      finds: [found('doc.md:1:1', 'Order service', 'order-service')],
    },
    'a variant that is alone under its pattern': {
      layers: unnamed('## Saga', '', '- Quick one', VARIANT),
      finds: [found('doc.md:3:1', 'Quick one', 'quick-one')],
    },
    'a variant beside an alternative of a decision': {
      layers: [
        soundLayer({
          documents: { 'doc.md': `## Saga\n\n- Quick\n${VARIANT}\n- Slow\n${VARIANT}` },
          decisions: decisionsWith('## Quick'),
        }),
      ],
      finds: [found('doc.md:6:1', 'Slow', 'slow')],
    },
    'a name that YAML would take for something else': {
      layers: unnamed('## Yes: "maybe"', '', CLAIM),
      finds: [found('doc.md:1:1', 'Yes: "maybe"', 'yes-maybe', `'Yes: "maybe"'`)],
    },
    'a pattern of a layer on top': {
      layers: [soundLayer(), layer({ documents: { 'mine.md': `## Queue\n\n${CLAIM}\n` } })],
      finds: [found('mine.md:1:1', 'Queue', 'queue')],
    },
  },
  passes: {
    'an alternative of a decision': [
      soundLayer({
        documents: { 'doc.md': `## Saga\n\n${CLAIM}` },
        decisions: decisionsWith('## Saga'),
      }),
    ],
    'an alternative that a layer on top names': [
      soundLayer({ documents: { 'doc.md': `## Saga\n\n${CLAIM}` }, complete: false }),
      layer({ decisions: decisionsWith('## Saga').replaceAll('store', 'saga') }),
    ],
    'siblings, which are a decision of their own, and the pattern they stand in': unnamed(
      '## Saga',
      '',
      CLAIM,
      '- Quick one',
      VARIANT,
      '- Slow one',
      VARIANT,
    ),
    'a pattern of whose variants one is an alternative': [
      soundLayer({
        documents: { 'doc.md': `## Saga\n\n${CLAIM}\n\n### Quick\n\n${CLAIM}` },
        decisions: decisionsWith('## Quick'),
      }),
    ],
    'a pattern that says nothing for or against itself': unnamed(
      '## Saga',
      '',
      '- Types',
      '  - A: B',
    ),
  },
});

/** A sound layer with a document whose patterns no decision names. */
function unnamed(...lines: readonly string[]) {
  return [soundLayer({ documents: { 'doc.md': lines.join('\n') } })];
}

function found(at: string, name: string, id: string, written = name) {
  return {
    at,
    message: `\`${name}\` belongs to no decision, so it is never recommended`,
    hint: `add it to the alternatives of a decision in decisions.yaml:\n- id: ${id}\n  name: ${written}`,
  };
}
