using System.CommandLine;
using System.CommandLine.Parsing;
using ConversationsAdmin.Core.Twilio;
using Spectre.Console;

namespace ConversationsAdmin.Cli.Cleanup;

/// <summary><c>conv cleanup</c>: finds stale conversations, shows them, and removes them.</summary>
internal static class CleanupCommand
{
    private static readonly Option<bool> Sandbox = new("--sandbox")
    {
        Description = "Rehearse on made-up conversations in memory: no account, no network.",
    };

    private static readonly Option<string?> Service = new("--service")
    {
        Description = "The service: IS and 32 hexadecimal digits. Needed outside the sandbox.",
    };

    private static readonly Option<string?> State = new("--state")
    {
        Description = $"Only conversations in this state. [default: {ConversationResource.Closed}]",
    };

    private static readonly Option<TimeSpan?> OlderThan = new("--older-than")
    {
        Description = "Only conversations last updated longer ago than this: days or hours, such as 36h. [default: 90d]",
        CustomParser = result => Age.Parse(result.Tokens.Single().Value) ?? Refuse<TimeSpan?>(result, "--older-than takes a number of days or hours, such as 90d or 36h."),
    };

    private static readonly Option<string?> Policy = new("--policy")
    {
        Description = "A file that says what to clean up, and how: JSON, described by cleanup-policy.schema.json. All four types can be cleaned up so.",
    };

    private static readonly Option<string?> Plan = new("--plan")
    {
        Description = "The file of the plan: written if it is not there, carried out if it is. [default with --journal: beside the journal]",
    };

    private static readonly Option<bool> PlanOnly = new("--plan-only") { Description = "Write the plan, and remove nothing." };

    private static readonly Option<string?> JournalFile = new("--journal")
    {
        Description = "The file that keeps what is done: the same command run again goes on with what is left.",
    };

    private static readonly Option<string?> ArchiveFile = new("--archive")
    {
        Description = "The file (.jsonl or .jsonl.gz) that each conversation must be in before it goes.",
    };

    private static readonly Option<bool> SkipCheck = new("--skip-check") { Description = "Remove without looking whether a conversation changed since the plan was made." };

    private static readonly Option<bool> Json = new("--json") { Description = "Write a summary for programs to the output, and everything else to the errors." };

    private static readonly Option<double?> ActionsPerSecond = new("--actions-per-second")
    {
        Description = "The pace of removals for each service; 0 for none. [default: just under the provider's limit]",
    };

    private static readonly Option<int?> Throttle = new("--throttle")
    {
        Description = "How many removals may be in progress at once, 1 to 64, and as many requests that look at them. [default: 10]",
    };

    private static readonly Option<bool> WhatIf = new("--what-if") { Description = "Show what would be removed, and remove nothing." };

    private static readonly Option<bool> Yes = new("--yes") { Description = "Remove without asking. Outside the sandbox nothing is removed without it." };

    private static readonly Option<Uri?> BaseUri = new("--base-uri")
    {
        Description = "The address of Twilio Conversations in place of Twilio's own: https, or http on this machine.",
        CustomParser = result => Uri.TryCreate(result.Tokens.Single().Value, UriKind.Absolute, out var uri) ? uri : Refuse<Uri?>(result, "--base-uri takes an absolute address such as https://proxy.example.com."),
    };

    internal static Command Create()
    {
        Throttle.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !(int.TryParse(result.Tokens[0].Value, out var limit) && limit is >= 1 and <= 64))
            {
                result.AddError("--throttle takes 1 to 64.");
            }
        });
        foreach (var file in (Option<string?>[])[Policy, Plan, JournalFile, ArchiveFile])
        {
            file.Validators.Add(RefuseBlank);
        }

        var command = new Command("cleanup", "Finds stale conversations, shows what they are, and removes them with their messages and participants.")
        {
            Policy, Sandbox, Service, State, OlderThan, Plan, PlanOnly, JournalFile, ArchiveFile, SkipCheck, Throttle, ActionsPerSecond, WhatIf, Yes, Json, BaseUri,
        };
        command.SetAction((parsed, cancellationToken) => Run(parsed.GetValue(Json)).RunAsync(
            new CleanupOptions
            {
                PolicyPath = parsed.GetValue(Policy),
                Sandbox = parsed.GetValue(Sandbox),
                ServiceSid = parsed.GetValue(Service),
                State = parsed.GetValue(State),
                OlderThan = parsed.GetValue(OlderThan),
                Throttle = parsed.GetValue(Throttle),
                ActionsPerSecond = parsed.GetValue(ActionsPerSecond),
                WhatIf = parsed.GetValue(WhatIf),
                PlanOnly = parsed.GetValue(PlanOnly),
                PlanPath = FileOf(parsed.GetValue(Plan)),
                JournalPath = FileOf(parsed.GetValue(JournalFile)),
                ArchivePath = FileOf(parsed.GetValue(ArchiveFile)),
                SkipCheck = parsed.GetValue(SkipCheck),
                Yes = parsed.GetValue(Yes),
                BaseUri = parsed.GetValue(BaseUri),
            },
            cancellationToken));
        return command;
    }

    /// <summary>Tells a program that waits for a summary what was wrong with the command line.</summary>
    /// <returns>False when nobody waits for one.</returns>
    internal static bool TellRefusal(ParseResult parsed)
    {
        if (parsed.GetResult(Json) is null)
        {
            return false;
        }

        var error = string.Join(" ", parsed.Errors.Select(error => error.Message));
        Console.Error.WriteLine(error);
        CleanupReport.WriteJson(Console.Out, plan: null, result: null, ExitCode.BadArguments, error);
        return true;
    }

    private static void RefuseBlank(OptionResult result)
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
        {
            result.AddError($"{result.IdentifierToken} takes a path, and it is blank.");
        }
    }

    // A program that reads the output finds nothing there but the summary.
    private static CleanupRun Run(bool json) => json
        ? new CleanupRun(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }), Console.Error, Console.Error, Console.Out)
        : new CleanupRun(AnsiConsole.Console, Console.Out, Console.Error, machine: null);

    private static string? FileOf(string? path) => path is null ? null : Path.GetFullPath(path);

    private static T? Refuse<T>(ArgumentResult result, string why)
    {
        result.AddError(why);
        return default;
    }
}
