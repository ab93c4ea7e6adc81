/** How a host is opened. */
export interface HostOptions {
	/** Texts by path, or a folder that is read and written in place. */
	readonly vault: Readonly<Record<string, string>> | string;
	/** Folder with the built `main.js`, `manifest.json` and `styles.css`. */
	readonly plugin: string;
	/** Language of the app; English unless given. */
	readonly language?: string;
	readonly theme?: 'light' | 'dark';
	readonly viewport?: { readonly width: number; readonly height: number };
	/** True means a phone. */
	readonly mobile?: boolean | 'phone' | 'tablet';
	/** How many times slower the processor shall be. */
	readonly cpuThrottle?: number;
	/** The time at which the app starts, such as `2026-11-20T09:00:00`; its clock goes on from there. */
	readonly date?: string;
	readonly timezone?: string;
	/** False leaves the plugin switched off. */
	readonly startPlugin?: boolean;
	readonly apiVersion?: string;
	/** Milliseconds from the last key to the write of a note. */
	readonly saveDelay?: number;
	readonly defaultMode?: 'source' | 'preview';
	/** Package whose Mermaid the app loads. */
	readonly mermaid?: string;
}

/** What the app claims to be unless it is told otherwise. */
export const DEFAULT_API_VERSION = '1.13.1';

/** The app writes a note this long after the last key. */
export const DEFAULT_SAVE_DELAY = 2000;

/** Size of a screen for those who name none. */
export function defaultViewport(form: 'desktop' | 'tablet' | 'phone'): {
	width: number;
	height: number;
} {
	if (form === 'phone') return { width: 390, height: 844 };
	return form === 'tablet' ? { width: 820, height: 1180 } : { width: 1280, height: 800 };
}

/** The form of a device. */
export function formOf(mobile: HostOptions['mobile']): 'desktop' | 'tablet' | 'phone' {
	if (mobile === true) return 'phone';
	return mobile || 'desktop';
}
