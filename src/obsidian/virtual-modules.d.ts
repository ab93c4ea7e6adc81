declare module 'virtual:vault-template' {
	/** Language → path inside the vault → text: the folder vault-template, embedded by the build. */
	const vaultTemplates: Readonly<Record<string, Readonly<Record<string, string>>>>;
	export default vaultTemplates;
}

declare module 'virtual:release-history' {
	/** Language → what earlier releases shipped, as JSON for `parseHistory`. */
	const releaseHistory: Readonly<Record<string, string>>;
	export default releaseHistory;
}
