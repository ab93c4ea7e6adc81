import { Platform } from 'obsidian';
import { editForKey, editForPaste } from './answer-editing';
import type { AnswerEdit } from './answer-editing';
import type { InterviewDesk } from './interview-desk';
import type { PartPlace } from './screen-parts';

/** Where the reader writes an answer in Markdown; every pane that shows the question shows the same words. */
export function drawAnswerField(
	{ context, drafts }: InterviewDesk,
	{ parent, component }: PartPlace,
	questionId: string,
): void {
	const words = context.translate('plugin.interview.write');
	const field = parent.createEl('textarea', {
		// On a phone the keyboard would cover the question.
		cls: Platform.isMobile ? 'stackbook-own-answer' : 'stackbook-own-answer stackbook-focus',
		attr: { 'aria-label': words, placeholder: words, rows: '5' },
	});
	const grow = (): void => {
		field.setCssProps({ '--stackbook-answer-height': 'auto' });
		field.setCssProps({ '--stackbook-answer-height': `${field.scrollHeight}px` });
	};
	const show = (text: string): void => {
		if (field.value === text) return;
		field.value = text;
		grow();
	};
	show(drafts.read(questionId));
	component.registerDomEvent(field, 'input', () => {
		drafts.write(questionId, field.value);
		grow();
	});
	component.register(
		drafts.listen((id, text) => {
			if (id === questionId) show(text);
		}),
	);
	listenToEditing(field, component);
}

/** Keys that write Markdown. While an input method composes they are its own. */
function listenToEditing(
	field: HTMLTextAreaElement,
	component: Pick<PartPlace['component'], 'registerDomEvent'>,
): void {
	const make = (event: Event, edit: AnswerEdit | undefined): void => {
		if (!edit) return;
		event.preventDefault();
		replaceInField(field, edit);
	};
	let isPlain = false;
	component.registerDomEvent(field, 'keydown', event => {
		isPlain = event.shiftKey;
		if (event.isComposing || event.altKey || event.key === 'Enter') return;
		const hasMod = Platform.isMacOS ? event.metaKey : event.ctrlKey;
		make(event, editForKey(field, { key: event.key, hasMod, hasShift: event.shiftKey }));
	});
	// A keyboard on glass names no key, but it says that a line shall break.
	component.registerDomEvent(field, 'beforeinput', event => {
		if (event.isComposing || isPlain || event.inputType !== 'insertLineBreak') return;
		make(event, editForKey(field, { key: 'Enter', hasMod: false, hasShift: false }));
	});
	component.registerDomEvent(field, 'paste', event => {
		make(event, editForPaste(field, event.clipboardData?.getData('text/plain') ?? ''));
	});
}

/** As if it was typed, so that the browser can undo it. */
function replaceInField(field: HTMLTextAreaElement, edit: AnswerEdit): void {
	const { from, to, text, selection } = edit;
	const page = field.ownerDocument;
	field.setSelectionRange(from, to);
	// Out of favour with browsers, and the only way that their undo knows of.
	const command: unknown = Reflect.get(page, 'execCommand');
	const typed = [text === '' ? 'delete' : 'insertText', false, text];
	if (typeof command !== 'function' || Reflect.apply(command, page, typed) !== true) {
		field.setRangeText(text, from, to, 'end');
		field.dispatchEvent(new Event('input'));
	}
	field.setSelectionRange(...selection);
}
