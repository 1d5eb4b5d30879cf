/** A set of questions by index: 1 for those in it. */
export type Questions = Uint8Array;

export function noQuestions(size: number): Questions {
  return new Uint8Array(size);
}

export function addQuestion(questions: Questions, question: number): void {
  questions[question] = 1;
}

export function hasQuestion(questions: Questions, question: number): boolean {
  return questions[question] === 1;
}

export function addQuestions(questions: Questions, more: Questions): void {
  for (let index = 0; index < questions.length; index += 1) {
    if (more[index] === 1) questions[index] = 1;
  }
}

export function isSubset(questions: Questions, of: Questions): boolean {
  return questions.every((each, index) => each === 0 || of[index] === 1);
}
