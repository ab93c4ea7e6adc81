import type { TextEdit } from '../text/text-edit';
import type { NotePath } from './note-path';

/** A change of the vault as a value: the core decides it, a host applies it. */
export type VaultEdit =
	| { readonly kind: 'change'; readonly path: NotePath; readonly edits: readonly TextEdit[] }
	| { readonly kind: 'create'; readonly path: NotePath; readonly text: string };
