import { brokenImplication } from '../../../src/knowledge/rules/broken-implication.ts';
import { soundLayer } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

const QUESTIONS = `groups:
  - { id: scale, name: Scale }
questions:
  - id: writes
    group: scale
    ask: How much is written?
    help: Count.
    choices: [{ id: few, label: Little }, { id: many, label: A lot }]
  - id: requests
    group: scale
    ask: How much is asked for?
    help: Count.
    choices: [{ id: few, label: Little }, { id: many, label: A lot }]
  - id: load
    group: scale
    several: true
    ask: Which of these describe the load?
    help: Look at a week.
    choices: [{ id: peaks, label: Peaks }, { id: idle, label: Idle }]
`;

const CIRCLE = 'remove one of the implications between these questions';

testRule(brokenImplication, {
  trips: {
    'about a question that takes several choices': {
      layers: implying(
        "{ when: 'writes: many', leaves: 'load: peaks', because: Writes come in peaks }",
      ),
      finds: [
        {
          at: 'questions.yaml:21:37',
          message: '`load` takes several choices, so nothing can be implied about it',
          hint: 'name a single-choice question',
        },
      ],
    },
    'that leaves every choice': {
      layers: implying(
        "{ when: 'writes: many', leaves: 'requests: few | many', because: So it is }",
      ),
      finds: [
        {
          at: 'questions.yaml:21:37',
          message: 'An implication leaves every choice of `requests`',
          hint: 'name only the choices that remain',
        },
      ],
    },
    'that leaves nothing of what another one leaves': {
      layers: implying(
        "{ when: 'writes: many', leaves: 'requests: many', because: Each write is a request }",
        "{ when: 'writes: few | many', leaves: 'requests: few', because: Nobody asks for much }",
      ),
      finds: [
        {
          at: 'questions.yaml:21:37',
          message:
            'No choice of `requests` is left if both `writes: many` and `writes: few | many` hold',
          hint: 'leave them at least one choice in common, or narrow one of the conditions',
        },
        {
          at: 'questions.yaml:22:43',
          message:
            'No choice of `requests` is left if both `writes: few | many` and `writes: many` hold',
          hint: 'leave them at least one choice in common, or narrow one of the conditions',
        },
      ],
    },
    'of a question about itself, through another one': {
      layers: implying(
        "{ when: 'writes: many', leaves: 'requests: many', because: Each write is a request }",
        "{ when: 'requests: few', leaves: 'writes: few', because: Each write is a request }",
      ),
      finds: [
        {
          at: 'questions.yaml:21:37',
          message: '`requests` implies something about itself',
          hint: CIRCLE,
        },
        {
          at: 'questions.yaml:22:38',
          message: '`writes` implies something about itself',
          hint: CIRCLE,
        },
      ],
    },
  },
  passes: {
    'what contradicts only where different questions are answered so': implying(
      "{ when: 'writes: many', leaves: 'requests: many', because: Each write is a request }",
      "{ when: 'load: idle', leaves: 'requests: few', because: An idle system answers little }",
    ),
    'some choices of a question that implies nothing itself': implying(
      "{ when: 'writes: many & load: peaks', leaves: 'requests: many', because: Each write is a request }",
    ),
  },
});

function implying(...lines: readonly string[]) {
  const written = lines.map((line) => `  - ${line}\n`).join('');
  return [soundLayer({ questions: `${QUESTIONS}implications:\n${written}` })];
}
