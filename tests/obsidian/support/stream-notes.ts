/** A vault of two technologies and a home note with each thing that the plugin writes to. */
export const FILES: Readonly<Record<string, string>> = {
	'Stackbook/Home.md': `---
type: home
format: 1
language: en
---
Mine before.

<!-- stackbook:begin progress -->

<!-- stackbook:end progress -->

Mine behind.
`,
	'Stackbook/Streams/Flink.md': `---
type: technology
id: flink
category: stream-processing
Model: record by record
---

## Principles

### Why do barriers align?
- [ ] Alignment · L3 ★★★ ^flink-alignment

> [!answer]- Reference answer
> **30 seconds** So that a snapshot is one cut.
>
> **Key points**
> - Barriers part the stream
> - Inputs wait for each other
> - State is written apart
>
> **Follow-ups**
> - Cost: what does it cost? → Latency under back pressure
>
> **Common mistakes**
> - «The stream stops»: only the inputs that are ahead
>
> **Sources** [Docs](https://example.org)

My own words.

### What is a watermark?
- [x] Watermark · L2 ★★ ^flink-watermark

### What is a savepoint?
- [ ] Savepoint · L1 ★ ^flink-savepoint

<!-- stackbook:begin backlinks -->

<!-- stackbook:end backlinks -->
`,
	'Stackbook/Streams/Storm.md': `---
type: technology
id: storm
category: stream-processing
Model: tuple by tuple
---

## Relations
- **Alternative to** [[Flink]]: the one before it

## Principles

### How does acking work?
- [ ] Acking · L2 ★ ^storm-acking
`,
	'Diary/Flink.md': '### Is this mine?\n- [ ] Mine ^mine\n',
};

export const FLINK = 'Stackbook/Streams/Flink.md';
export const STORM = 'Stackbook/Streams/Storm.md';
