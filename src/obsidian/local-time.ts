/** A moment as a clock on the wall shows it, in ISO 8601 with the offset of its zone: `2026-11-20T21:04:05+08:00`. */
export function formatLocalTime(moment: Date, offsetMinutes = -moment.getTimezoneOffset()): string {
	const shifted = new Date(moment.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 19);
	const size = Math.abs(offsetMinutes);
	const two = (value: number): string => String(value).padStart(2, '0');
	return `${shifted}${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
