import { getLanguage } from 'obsidian';
import type { Command } from 'obsidian';
import vaultTemplates from 'virtual:vault-template';
import { languageOfLocale } from '../../i18n/index';
import { InstallModal } from '../install-modal';
import { chooseTemplate } from '../install-notes';
import type { PluginContext } from '../plugin-context';

/** Offers to install the notes that ship inside the plugin. */
export function showInstallation(context: PluginContext): void {
	const template = chooseTemplate(vaultTemplates, languageOfLocale(getLanguage()));
	context.modals.show(new InstallModal(context, template));
}

/** Installs the notes that ship inside the plugin. */
export function installCommand(context: PluginContext): Command {
	return {
		id: 'install-notes',
		name: context.translate('plugin.command.install'),
		callback: () => showInstallation(context),
	};
}
