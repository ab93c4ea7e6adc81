import { hostSettings } from './host-settings';

const { form } = hostSettings();
const isMobile = form !== 'desktop';

/** What the app says about where it runs: Linux, or Android on a mobile. */
export const Platform = {
	isDesktop: !isMobile,
	isMobile,
	isDesktopApp: !isMobile,
	isMobileApp: isMobile,
	isIosApp: false,
	isAndroidApp: isMobile,
	isPhone: form === 'phone',
	isTablet: form === 'tablet',
	isMacOS: false,
	isWin: false,
	isLinux: !isMobile,
	isSafari: false,
	resourcePathPrefix: '/vault/',
};

/** The version that the app claims to have. */
export const { apiVersion } = hostSettings();

/** True if the app is at least of that version. */
export function requireApiVersion(version: string): boolean {
	const numbers = (text: string): number[] => text.split('.').map(Number);
	const have = numbers(apiVersion);
	for (const [i, wanted] of numbers(version).entries()) {
		const own = have[i] ?? 0;
		if (own !== wanted) return own > wanted;
	}
	return true;
}

/** The language of the app's screens. */
export function getLanguage(): string {
	return hostSettings().language;
}
