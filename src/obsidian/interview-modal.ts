import { Component, Modal, Notice, Platform } from 'obsidian';
import { plainText, RATINGS, suggestRating } from '../core/index';
import type { Attempt, Question, Rating, ReferenceAnswer } from '../core/index';
import type { Translate } from '../i18n/index';
import { renderAnswer } from './interview-answer';
import { makeAttempt } from './interview-attempt';
import type { MarkdownPlace } from './rendered-markdown';
import { startWork } from './report-failure';

/** One question of an interview with what it is checked against. */
export interface InterviewItem {
	readonly question: Question;
	readonly answer: ReferenceAnswer | undefined;
}

/** What an interview needs from outside. */
export interface InterviewHost {
	readonly translate: Translate;
	/** Keeps an attempt, and the reader's own words if they shall be kept. */
	record(question: Question, attempt: Attempt, ownAnswer: string | undefined): Promise<void>;
	/** Words typed for a question that has no rating yet; they outlive a modal closed by mistake. */
	readonly drafts: Map<string, string>;
}

/** The question that is asked now. */
interface Round extends InterviewItem {
	/** Loaded while this question is on the screen. */
	readonly component: Component;
	readonly askedAt: Date;
	revealedAt: Date | undefined;
	readonly hit: Set<number>;
	rated: boolean;
}

/** Asks questions one after the other: answer, reveal, tick the points, rate. */
export class InterviewModal extends Modal {
	private position = 0;
	private asked = 0;
	private keepsAnswers = false;
	private round: Round | undefined;
	/** What Ctrl or Cmd with Enter does at the moment. */
	private primaryAction: () => void = () => undefined;

	constructor(
		app: Modal['app'],
		private readonly items: readonly InterviewItem[],
		private readonly host: InterviewHost,
	) {
		super(app);
	}

	override onOpen(): void {
		this.modalEl.addClass('stackbook-wide');
		this.contentEl.addClass('stackbook-modal');
		this.scope.register(['Mod'], 'Enter', () => {
			this.primaryAction();
			return false;
		});
		this.ask();
	}

	override onClose(): void {
		this.endRound();
		if (this.asked > 0)
			new Notice(this.host.translate('plugin.interview.done', { asked: this.asked }));
	}

	private endRound(): void {
		this.round?.component.unload();
		this.round = undefined;
		this.primaryAction = () => undefined;
		this.contentEl.empty();
	}

	private ask(): void {
		this.endRound();
		const item = this.items[this.position];
		if (!item) {
			this.close();
			return;
		}
		const component = new Component();
		component.load();
		const round: Round = {
			...item,
			component,
			askedAt: new Date(),
			revealedAt: undefined,
			hit: new Set(),
			rated: false,
		};
		this.round = round;
		this.showPrompt(round);
		const own = this.showOwnAnswer(round);
		this.showQuestionButtons(round, own);
	}

	private showPrompt({ question }: Round): void {
		const { translate } = this.host;
		const count = { number: this.position + 1, count: this.items.length };
		this.setTitle(translate('plugin.interview.progress', count));
		const level = question.level === undefined ? [] : [`L${question.level}`];
		const meta = [question.technology, translate(`kind.${question.kind}`), ...level].join(' · ');
		this.contentEl.createEl('p', { cls: 'stackbook-meta', text: meta });
		this.contentEl.createEl('p', { cls: 'stackbook-prompt', text: plainText(question.prompt) });
	}

	private showOwnAnswer({ question, component }: Round): HTMLTextAreaElement {
		const words = this.host.translate('plugin.interview.write');
		const own = this.contentEl.createEl('textarea', {
			cls: 'stackbook-own-answer',
			attr: { 'aria-label': words, placeholder: words },
		});
		own.value = this.host.drafts.get(question.id) ?? '';
		component.registerDomEvent(own, 'input', () => {
			this.host.drafts.set(question.id, own.value);
		});
		// On a phone the keyboard would cover the question.
		if (!Platform.isMobile) own.focus();
		return own;
	}

	private showQuestionButtons(round: Round, own: HTMLTextAreaElement): void {
		const { translate } = this.host;
		const buttons = this.contentEl.createDiv({ cls: 'stackbook-buttons' });
		const reveal = (): void => {
			buttons.remove();
			startWork(translate, () => this.reveal(round, own));
		};
		this.primaryAction = reveal;
		this.addButton(buttons, translate('plugin.interview.reveal'), reveal).addClass('mod-cta');
		this.addButton(buttons, translate('plugin.interview.skip'), () => this.next());
	}

	private addButton(parent: HTMLElement, text: string, onClick: () => void): HTMLButtonElement {
		const button = parent.createEl('button', { text, attr: { type: 'button' } });
		this.round?.component.registerDomEvent(button, 'click', onClick);
		return button;
	}

	private async reveal(round: Round, own: HTMLTextAreaElement): Promise<void> {
		const { translate } = this.host;
		round.revealedAt = new Date();
		const body = this.contentEl.createDiv();
		const rating = this.showRating(round, own);
		if (!round.answer) {
			body.createEl('p', { text: translate('plugin.interview.no-answer') });
			return;
		}
		const { app } = this;
		const place: MarkdownPlace = {
			app,
			component: round.component,
			sourcePath: round.question.path,
		};
		const view = { parent: body, translate, place };
		const drawn = renderAnswer(view, round.answer, (position, isHit) => {
			if (isHit) round.hit.add(position);
			else round.hit.delete(position);
			rating.update();
		});
		const box = body.querySelector('input');
		// The next step by keyboard; the eye stays at the beginning of the answer.
		box?.focus({ preventScroll: true });
		await drawn;
	}

	private showRating(round: Round, own: HTMLTextAreaElement): { update: () => void } {
		const { translate } = this.host;
		const section = this.contentEl.createDiv();
		this.showKeepToggle(section, round);
		section.createEl('h4', { text: translate('plugin.interview.rate') });
		const hint = section.createEl('p', { cls: 'stackbook-meta', attr: { 'aria-live': 'polite' } });
		const row = section.createDiv({ cls: 'stackbook-buttons' });
		const rate = (rating: Rating): void => {
			startWork(translate, () => this.rate(round, rating, own.value));
		};
		const buttons = RATINGS.map(rating => ({
			rating,
			button: this.addButton(row, translate(`rating.${rating}`), () => rate(rating)),
		}));
		const total = round.answer?.keyPoints.length ?? 0;
		const update = (): void => {
			// Without key points nothing speaks for one rating or another.
			const suggested = total > 0 ? suggestRating(round.hit.size, total) : undefined;
			const word = suggested && translate(`rating.${suggested}`);
			hint.setText(
				word === undefined ? '' : translate('plugin.interview.suggested', { rating: word }),
			);
			for (const { rating, button } of buttons) button.toggleClass('mod-cta', rating === suggested);
			this.primaryAction = () => {
				if (suggested) rate(suggested);
			};
		};
		update();
		return { update };
	}

	private showKeepToggle(parent: HTMLElement, { component }: Round): void {
		const label = parent.createEl('label', { cls: 'stackbook-choice' });
		const box = label.createEl('input', { type: 'checkbox' });
		box.checked = this.keepsAnswers;
		label.createSpan({ text: this.host.translate('plugin.interview.keep') });
		component.registerDomEvent(box, 'change', () => {
			this.keepsAnswers = box.checked;
		});
	}

	private async rate(round: Round, rating: Rating, words: string): Promise<void> {
		if (round.rated || !round.revealedAt) return;
		// A second tap must not make a second attempt.
		round.rated = true;
		const { question, askedAt, revealedAt, hit } = round;
		const keyPoints = round.answer?.keyPoints ?? [];
		const attempt = makeAttempt({
			questionId: question.id,
			rating,
			askedAt,
			revealedAt,
			keyPoints,
			hit,
		});
		try {
			await this.host.record(question, attempt, this.keepsAnswers ? words : undefined);
		} catch (error) {
			round.rated = false;
			throw error;
		}
		this.host.drafts.delete(question.id);
		this.asked++;
		if (this.round === round) this.next();
	}

	private next(): void {
		this.position++;
		this.ask();
	}
}
