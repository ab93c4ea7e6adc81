import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './room-table';

/** A regular expression of the product, and where it stands. */
export interface ListedExpression {
	readonly where: string;
	readonly expression: RegExp;
}

/** All regular expressions in `src`: literals, and those that are put together from texts of the same file. */
export function listExpressions(): ListedExpression[] {
	return readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
		.filter(path => /\.m?ts$/.test(path) && !path.endsWith('.d.ts'))
		.sort()
		.flatMap(path => listInFile(path, readFileSync(join(ROOT, 'src', path), 'utf8')));
}

/** The regular expressions in one text of TypeScript. */
export function listInFile(path: string, code: string): ListedExpression[] {
	const file = parseFile(path, code);
	const found: ListedExpression[] = [];
	const visit = (node: ts.Node): void => {
		const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
		const where = `${path}:${line}`;
		if (ts.isRegularExpressionLiteral(node)) {
			const end = node.text.lastIndexOf('/');
			found.push({
				where,
				expression: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)),
			});
		} else if (isRegExpCall(node)) {
			const [source = '', flags = ''] = (node.arguments ?? []).map(part => textOf(part, file));
			found.push({ where, expression: new RegExp(source, flags) });
		}
		node.forEachChild(visit);
	};
	visit(file);
	return found;
}

function isRegExpCall(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
	return (
		(ts.isNewExpression(node) || ts.isCallExpression(node)) &&
		ts.isIdentifier(node.expression) &&
		node.expression.text === 'RegExp'
	);
}

/** The text that an expression stands for; one that is made of what a reader wrote is an error, and has to be. */
function textOf(node: ts.Expression, file: ts.SourceFile): string {
	if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) return node.text;
	if (ts.isTemplateExpression(node)) {
		const parts = node.templateSpans.map(
			({ expression, literal }) => textOf(expression, file) + literal.text,
		);
		return node.head.text + parts.join('');
	}
	if (ts.isIdentifier(node)) {
		const { value, home } = constantOf(node.text, file);
		return textOf(value, home);
	}
	if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
		const [separator] = node.arguments;
		if (node.expression.name.text === 'join' && separator)
			return listOf(node.expression.expression, file).join(textOf(separator, file));
	}
	throw new Error(`${file.fileName}: cannot tell what ${node.getText(file)} is`);
}

function listOf(node: ts.Expression, file: ts.SourceFile): string[] {
	if (ts.isIdentifier(node)) {
		const { value, home } = constantOf(node.text, file);
		return listOf(value, home);
	}
	if (!ts.isArrayLiteralExpression(node))
		throw new Error(`${file.fileName}: cannot tell what ${node.getText(file)} is`);
	return node.elements.flatMap(element =>
		ts.isSpreadElement(element) ? listOf(element.expression, file) : [textOf(element, file)],
	);
}

interface Constant {
	readonly value: ts.Expression;
	/** The file in which the constant stands. */
	readonly home: ts.SourceFile;
}

function constantOf(name: string, file: ts.SourceFile): Constant {
	for (const statement of file.statements) {
		if (ts.isImportDeclaration(statement)) {
			const bindings = statement.importClause?.namedBindings;
			const isFrom =
				bindings !== undefined &&
				ts.isNamedImports(bindings) &&
				bindings.elements.some(element => element.name.text === name);
			if (isFrom && ts.isStringLiteral(statement.moduleSpecifier))
				return constantOf(
					name,
					parseFile(join(file.fileName, '..', `${statement.moduleSpecifier.text}.ts`)),
				);
		}
		if (!ts.isVariableStatement(statement)) continue;
		const found = statement.declarationList.declarations.find(
			declaration => ts.isIdentifier(declaration.name) && declaration.name.text === name,
		);
		if (found?.initializer) return { value: found.initializer, home: file };
	}
	throw new Error(`${file.fileName}: ${name} is no constant of the file`);
}

function parseFile(
	path: string,
	code = readFileSync(join(ROOT, 'src', path), 'utf8'),
): ts.SourceFile {
	return ts.createSourceFile(path, code, ts.ScriptTarget.ES2022, true);
}
