/** Type under which the workspace knows the list of questions. */
export const QUESTIONS_VIEW = 'stackbook-questions';
