const DEFAULT_DURATION = 5000;

/** A message that goes away by itself, or when it is clicked. */
export class Notice {
	readonly noticeEl: HTMLElement;
	readonly containerEl: HTMLElement;
	readonly messageEl: HTMLElement;
	private readonly timer: number | undefined;

	constructor(message: string | DocumentFragment, duration = DEFAULT_DURATION) {
		const container = document.body.querySelector<HTMLElement>(':scope > .notice-container');
		const parent = container ?? document.body.createDiv('notice-container');
		this.containerEl = parent.createDiv('notice');
		this.noticeEl = this.containerEl;
		this.messageEl = this.containerEl.createDiv('notice-message');
		this.setMessage(message);
		shown.push(this.messageEl.textContent);
		this.containerEl.addEventListener('click', () => this.hide());
		if (duration > 0) this.timer = window.setTimeout(() => this.hide(), duration);
	}

	setMessage(message: string | DocumentFragment): this {
		this.messageEl.setText(message);
		return this;
	}

	hide(): void {
		window.clearTimeout(this.timer);
		const parent = this.containerEl.parentElement;
		this.containerEl.detach();
		if (parent?.childElementCount === 0) parent.detach();
	}
}

const shown: string[] = [];

/** Everything that notices ever said, oldest first. */
export function shownNotices(): readonly string[] {
	return shown;
}
