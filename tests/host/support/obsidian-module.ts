import type * as obsidian from '../page/obsidian-module';

/** What a plugin of a test sees; it puts it into the window under `o`. */
export type ObsidianModule = typeof obsidian;
