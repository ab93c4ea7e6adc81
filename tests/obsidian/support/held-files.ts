// A folder that takes its time, as one on a network or under a sync tool does.
import type { ObsidianLikeHost } from './obsidian-like-host';

/** Nothing is written until the answer is called. */
export function holdFiles({ app }: ObsidianLikeHost): () => void {
	const { vault } = app;
	const [process, create] = [vault.process.bind(vault), vault.create.bind(vault)];
	let release = (): void => undefined;
	const held = new Promise<void>(resolve => (release = resolve));
	vault.process = async (...args) => held.then(() => process(...args));
	vault.create = async (...args) => held.then(() => create(...args));
	return release;
}
