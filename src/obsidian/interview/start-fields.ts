import type { PartPlace } from './screen-parts';

/** One of the things that can be chosen. */
export interface FieldOption<Value> {
	readonly value: Value;
	readonly text: string;
}

/** A field that names one of several things. */
interface SelectField<Value extends string> {
	readonly label: string;
	readonly onChange: (value: Value) => void;
}

/** Adds a labelled field in which one of several things is chosen; what these are is told by `show`. */
export function addSelect<Value extends string>(
	place: PartPlace,
	parent: HTMLElement,
	{ label, onChange }: SelectField<Value>,
): {
	readonly field: HTMLElement;
	readonly show: (options: readonly FieldOption<Value>[], value: Value) => void;
} {
	const { field, id } = addField(place, parent, label);
	const select = field.createEl('select', { cls: 'dropdown', attr: { id } });
	let offered: readonly FieldOption<Value>[] = [];
	let drawn = '';
	place.component.registerDomEvent(select, 'change', () => {
		const chosen = offered.find(option => option.value === select.value);
		if (chosen) onChange(chosen.value);
	});
	return {
		field,
		show: (options, value) => {
			offered = options;
			const key = JSON.stringify(options);
			if (key !== drawn) {
				drawn = key;
				select.empty();
				for (const { value: name, text } of options) {
					select.createEl('option', { text, attr: { value: name } });
				}
			}
			if (select.value !== value) select.value = value;
		},
	};
}

/** A field that holds a whole number. */
interface NumberField {
	readonly label: string;
	readonly value: number;
	readonly least: number;
	readonly most: number;
	readonly onChange: (value: number) => void;
}

/** Adds a labelled field for a whole number; what is no such number changes nothing. */
export function addNumber(
	place: PartPlace,
	parent: HTMLElement,
	{ label, value, least, most, onChange }: NumberField,
): { readonly field: HTMLElement; readonly show: (value: number) => void } {
	const { field, id } = addField(place, parent, label);
	const input = field.createEl('input', {
		type: 'number',
		attr: { id, min: String(least), max: String(most), step: '1', inputmode: 'numeric' },
	});
	input.value = String(value);
	place.component.registerDomEvent(input, 'input', () => {
		const typed = Number(input.value);
		const fits = input.value !== '' && Number.isInteger(typed) && typed >= least && typed <= most;
		input.toggleClass('stackbook-invalid', !fits);
		input.setAttribute('aria-invalid', String(!fits));
		if (fits) onChange(typed);
	});
	return {
		field,
		show: next => {
			if (input.ownerDocument.activeElement !== input) input.value = String(next);
		},
	};
}

/** Boxes of which any number may be ticked; none means all. */
interface BoxGroup<Value> {
	readonly label: string;
	readonly options: readonly FieldOption<Value>[];
	readonly chosen: readonly Value[];
	readonly onChange: (chosen: readonly Value[]) => void;
}

/** Adds a labelled group of boxes. */
export function addBoxes<Value>(
	{ component }: PartPlace,
	parent: HTMLElement,
	{ label, options, chosen, onChange }: BoxGroup<Value>,
): void {
	const group = parent.createEl('fieldset', { cls: 'stackbook-group stackbook-boxes' });
	group.createEl('legend', { text: label });
	const ticked = new Set(chosen);
	for (const { value, text } of options) {
		const choice = group.createEl('label', { cls: 'stackbook-choice' });
		const box = choice.createEl('input', { type: 'checkbox' });
		box.checked = ticked.has(value);
		choice.createSpan({ text });
		component.registerDomEvent(box, 'change', () => {
			if (box.checked) ticked.add(value);
			else ticked.delete(value);
			onChange(options.map(option => option.value).filter(one => ticked.has(one)));
		});
	}
}

/** A label beside its control, not around it: the choices of a field are no part of its name. */
function addField(
	place: PartPlace,
	parent: HTMLElement,
	label: string,
): { readonly field: HTMLElement; readonly id: string } {
	const id = `stackbook-field-${place.parent.querySelectorAll('.stackbook-field').length}`;
	const field = parent.createDiv({ cls: 'stackbook-field' });
	field.createEl('label', { text: label, attr: { for: id } });
	return { field, id };
}
