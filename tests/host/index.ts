// The door of the Obsidian-like host: what tests import.
export { closeBrowser, describeBrowser } from './driver/browser';
export type { Host } from './driver/host';
export type { HostOptions } from './driver/host-options';
export { openHost } from './driver/open-host';
