/** The document that the project began with, where `npm run seed` names it; else a paraphrase, line by line. */
export const seedDocument = process.env.SEED_DOCUMENT ?? 'tests/fixtures/seed/paraphrase.md';
