/** ISO 8601 with seconds and the offset of the device's zone: `2026-11-20T21:04:05+08:00`. */
export function localTime(time: Date): string {
	const offset = -time.getTimezoneOffset();
	const shifted = new Date(time.getTime() + offset * 60_000).toISOString().slice(0, 19);
	const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
	return `${shifted}${offset < 0 ? '-' : '+'}${pad(hours)}:${pad(minutes)}`;
}

function pad(value: number): string {
	return String(value).padStart(2, '0');
}
