import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { expectRecorded } from '../support/expect-recorded';
import { ROOT } from '../support/room-table';

function listDoor(): string[] {
	const door = join(ROOT, 'src/core/index.ts');
	const program = ts.createProgram([door], {
		module: ts.ModuleKind.ESNext,
		moduleResolution: ts.ModuleResolutionKind.Bundler,
		noEmit: true,
		types: [],
	});
	const checker = program.getTypeChecker();
	const file = program.getSourceFile(door);
	const module = file && checker.getSymbolAtLocation(file);
	return (module ? checker.getExportsOfModule(module) : [])
		.map(symbol => describeExport(symbol, checker))
		.sort();
}

function describeExport(symbol: ts.Symbol, checker: ts.TypeChecker): string {
	const alias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
	const target = alias ? checker.getAliasedSymbol(symbol) : symbol;
	const isValue = (target.flags & ts.SymbolFlags.Value) !== 0;
	return isValue ? symbol.name : `type ${symbol.name}`;
}

test('the names that leave the core are the recorded ones', () => {
	const names = listDoor();
	expect(names).not.toEqual([]);
	expectRecorded('door.txt', `${names.join('\n')}\n`);
});
