import { en } from './en';
import type { Strings, TextKey } from './en';
import { zh } from './zh';

export type { TextKey } from './en';

/** A language of screens. */
export type Language = 'zh' | 'en';

/**
 * Puts a text into words; `{name}` in it is replaced by the parameter of that name, `{name:note|notes}` by the word for
 * one or for another number of them.
 */
export type Translate = (
	key: TextKey,
	params?: Readonly<Record<string, string | number>>,
) => string;

const STRINGS: Readonly<Record<Language, Strings>> = { en, zh };

const PLACEHOLDER = /\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g;

/** Makes the translator of one language; hosts choose once and pass it on. */
export function createTranslator(language: Language): Translate {
	const strings = STRINGS[language];
	const plurals = new Intl.PluralRules(language);
	return (key, params = {}) =>
		strings[key].replace(PLACEHOLDER, (placeholder, name: string, one?: string, other?: string) => {
			const value = params[name];
			if (value === undefined) return placeholder;
			if (one === undefined || other === undefined) return String(value);
			return plurals.select(Number(value)) === 'one' ? one : other;
		});
}

/** A word as a label that stands alone: `open` → `Open`. Chinese has no cases and stays as it is. */
export function sentenceCase(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The language for a locale such as `zh-CN`, `zh_TW.UTF-8` or `zh`; English for all that is not Chinese. */
export function languageOfLocale(locale: string): Language {
	return /^zh(?:$|[-_.@])/i.test(locale) ? 'zh' : 'en';
}
