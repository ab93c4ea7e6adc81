import { Platform } from 'obsidian';
import type { DeviceStorage } from './device-storage';

const KEY = 'stackbook-device';

/**
 * Name of this device in its files of attempts.
 *
 * It is kept in the device's own storage: `data.json` is synced, and two devices of one name would write one file.
 */
export function deviceNameOf(device: DeviceStorage): string {
	const kept = device.load(KEY);
	if (typeof kept === 'string' && kept !== '') return kept;
	const name = `${formOfDevice()}-${randomLetters(4)}`;
	device.save(KEY, name);
	return name;
}

/** Keeps the name that the reader gave; an empty one gives way to a new name of our own. */
export function setDeviceName(device: DeviceStorage, name: string): void {
	const trimmed = name.trim();
	device.save(KEY, trimmed === '' ? null : trimmed);
}

function formOfDevice(): string {
	if (Platform.isPhone) return 'phone';
	return Platform.isTablet ? 'tablet' : 'desktop';
}

function randomLetters(count: number): string {
	const letter = (): string => String.fromCharCode(97 + Math.floor(Math.random() * 26));
	return Array.from({ length: count }, letter).join('');
}
