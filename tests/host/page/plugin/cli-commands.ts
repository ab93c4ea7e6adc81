type CliHandler = (params: Record<string, string>) => string | Promise<string>;
type CliFlags = Record<string, { value?: string; description: string; required?: boolean }>;

interface CliCommand {
	readonly description: string;
	readonly flags: CliFlags | null;
	readonly handler: CliHandler;
}

/** What the app's own command line can call. */
export class CliCommands {
	private readonly commands = new Map<string, CliCommand>();

	add(name: string, command: CliCommand): () => void {
		if (this.commands.has(name)) throw new Error(`CLI command ${name} is already registered`);
		this.commands.set(name, command);
		return () => this.commands.delete(name);
	}

	names(): string[] {
		return [...this.commands.keys()];
	}

	/** Calls one as a terminal would: a flag that must be there and is not is refused. */
	async invoke(name: string, params: Record<string, string>): Promise<string> {
		const command = this.commands.get(name);
		if (!command) throw new Error(`There is no CLI command ${name}`);
		for (const [flag, { required }] of Object.entries(command.flags ?? {})) {
			if (required && !(flag in params)) throw new Error(`Missing required parameter: ${flag}`);
		}
		return command.handler(params);
	}
}
