import { FuzzySuggestModal } from '../ui/suggest-modal';
import type { Command } from './commands';

/** Suggests the commands that can be run now. */
export class CommandPalette extends FuzzySuggestModal<Command> {
	override onOpen(): void {
		this.modalEl.addClass('mod-command-palette');
		this.setPlaceholder(this.app.isChinese ? '输入命令……' : 'Type a command...');
	}

	getItems(): Command[] {
		return this.app.commands.listCommands();
	}

	getItemText({ name }: Command): string {
		return name;
	}

	onChooseItem({ id }: Command): void {
		this.app.commands.executeCommandById(id);
	}
}
