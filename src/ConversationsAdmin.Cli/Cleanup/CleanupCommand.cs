using System.CommandLine;
using System.CommandLine.Parsing;
using ConversationsAdmin.Core.Twilio;
using Spectre.Console;

namespace ConversationsAdmin.Cli.Cleanup;

/// <summary><c>conv cleanup</c>: finds stale conversations, shows them, and removes them.</summary>
internal static class CleanupCommand
{
    private const string DefaultAge = "90d";

    private static readonly Option<bool> Sandbox = new("--sandbox")
    {
        Description = "Rehearse on made-up conversations in memory: no account, no network.",
    };

    private static readonly Option<string?> Service = new("--service")
    {
        Description = "The service: IS and 32 hexadecimal digits. Needed outside the sandbox.",
    };

    private static readonly Option<string> State = new("--state")
    {
        Description = "Only conversations in this state.",
        DefaultValueFactory = _ => ConversationResource.Closed,
    };

    private static readonly Option<TimeSpan?> OlderThan = new("--older-than")
    {
        Description = $"Only conversations last updated longer ago than this: days or hours, such as 36h. [default: {DefaultAge}]",
        CustomParser = result => Age.Parse(result.Tokens.Single().Value) ?? Refuse<TimeSpan?>(result, "--older-than takes a number of days or hours, such as 90d or 36h."),
    };

    private static readonly Option<int> Throttle = new("--throttle")
    {
        Description = "How many removals may be in progress at once, 1 to 64.",
        DefaultValueFactory = _ => 10,
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
        var command = new Command("cleanup", "Finds stale conversations, shows what they are, and removes them with their messages and participants.")
        {
            Sandbox, Service, State, OlderThan, Throttle, WhatIf, Yes, BaseUri,
        };
        command.SetAction((parsed, cancellationToken) => new CleanupRun(AnsiConsole.Console, Console.Out, Console.Error).RunAsync(
            new CleanupOptions
            {
                Sandbox = parsed.GetValue(Sandbox),
                ServiceSid = parsed.GetValue(Service),
                State = parsed.GetRequiredValue(State),
                OlderThan = parsed.GetValue(OlderThan) ?? Age.Parse(DefaultAge)!.Value,
                Throttle = parsed.GetValue(Throttle),
                WhatIf = parsed.GetValue(WhatIf),
                Yes = parsed.GetValue(Yes),
                BaseUri = parsed.GetValue(BaseUri),
            },
            cancellationToken));
        return command;
    }

    private static T? Refuse<T>(ArgumentResult result, string why)
    {
        result.AddError(why);
        return default;
    }
}
