/** How this run of the host was asked to be; the driver puts it into the page before anything else. */
export interface HostSettings {
	readonly vaultName: string;
	readonly language: string;
	readonly theme: 'light' | 'dark';
	readonly form: 'desktop' | 'tablet' | 'phone';
	readonly apiVersion: string;
	/** Milliseconds between the last key and the write of a note; the app takes 2000. */
	readonly saveDelay: number;
	/** How notes open. */
	readonly defaultMode: 'source' | 'preview';
	/** Milliseconds since 1970 when the page starts, or undefined for the real time. */
	readonly startTime?: number | undefined;
	/** Whether the plugin is switched on when the app starts. */
	readonly startPlugin: boolean;
}

declare global {
	interface Window {
		readonly hostSettings: HostSettings;
	}
}

/** The settings of this run. */
export function hostSettings(): HostSettings {
	return window.hostSettings;
}
