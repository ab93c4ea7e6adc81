/** The type under which Obsidian knows the interview's view. */
export const INTERVIEW_VIEW = 'stackbook-interview';
