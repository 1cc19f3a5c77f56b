using System.CommandLine;
using System.CommandLine.Parsing;
using ConversationsAdmin.Cli.Gateway.Calls;

namespace ConversationsAdmin.Cli.Gateway;

/// <summary>The options of <c>conv serve</c>, and what they must be.</summary>
internal static class ServeOptions
{
    private const int LargestPort = 65535;
    private const int MostAtOnce = 256;

    internal static readonly Option<bool> Stdio = new("--stdio")
    {
        Description = "Speak MCP over standard input and output, and open no port.",
    };

    private static readonly Option<int> RestPort = Port("--rest-port", "The port of REST on 127.0.0.1; 0 takes any that is free.", GatewayOptions.DefaultRestPort);

    private static readonly Option<int> McpPort = Port("--mcp-port", "The port of MCP on 127.0.0.1; 0 takes any that is free.", GatewayOptions.DefaultMcpPort);

    private static readonly Option<bool> Sandbox = new("--sandbox")
    {
        Description = "Serve made-up accounts in memory: no account, no network.",
    };

    private static readonly Option<bool> AllowWrite = new(GatewayAccess.AllowWrite)
    {
        Description = "Carry out calls that create or change something.",
    };

    private static readonly Option<bool> AllowDestructive = new(GatewayAccess.AllowDestructive)
    {
        Description = $"Carry out calls that destroy something, if they name it as what they confirm. It does not imply {GatewayAccess.AllowWrite}.",
    };

    private static readonly Option<string?> TokenFile = new("--token-file")
    {
        Description = "A file with a caller's name and token on each line. [default: the token in CONV_SERVE_TOKEN, or one that is made and shown]",
        HelpName = "file",
    };

    private static readonly Option<string[]> AllowedHost = new("--allowed-host")
    {
        Description = "A name by which a proxy in front calls the gateway, such as gateway.example.com; may be repeated.",
        HelpName = "name",
    };

    private static readonly Option<int> Concurrency = new("--concurrency")
    {
        Description = $"How many calls of one caller are carried out at once, 1 to {MostAtOnce}. Further ones wait.",
        DefaultValueFactory = _ => new GatewayOptions().ConcurrencyPerCaller,
    };

    private static readonly Option<string?> RunDirectory = new("--run-directory")
    {
        Description = "Where plans, journals and archives of clean-ups are kept.",
        HelpName = "directory",
    };

    private static readonly Option<Uri?> TwilioBaseUri = Address("--twilio-base-uri", "Twilio Conversations");
    private static readonly Option<Uri?> TwilioProxyBaseUri = Address("--twilio-proxy-base-uri", "Twilio Proxy");
    private static readonly Option<Uri?> TelnyxBaseUri = Address("--telnyx-base-uri", "Telnyx");
    private static readonly Option<Uri?> SunshineBaseUri = Address("--sunshine-base-uri", "Sunshine Conversations");

    /// <summary>Adds them to the command, with what they must be alone and together.</summary>
    internal static void AddTo(Command command)
    {
        Option[] ofPorts = [RestPort, McpPort, TokenFile, AllowedHost, Concurrency];
        Option[] ofAddresses = [TwilioBaseUri, TwilioProxyBaseUri, TelnyxBaseUri, SunshineBaseUri];
        foreach (var option in (Option[])[Stdio, Sandbox, AllowWrite, AllowDestructive, RunDirectory, .. ofPorts, .. ofAddresses])
        {
            command.Add(option);
        }

        Concurrency.Validators.Add(result => Demand(result, text => int.TryParse(text, out var number) && number is >= 1 and <= MostAtOnce, $"1 to {MostAtOnce}"));
        AllowedHost.Validators.Add(result => Demand(result, text => Uri.CheckHostName(text) != UriHostNameType.Unknown, "a host's name, without a scheme or a port"));
        TokenFile.Validators.Add(result => Demand(result, text => !string.IsNullOrWhiteSpace(text), "a path"));
        RunDirectory.Validators.Add(result => Demand(result, text => !string.IsNullOrWhiteSpace(text), "a path"));
        command.Validators.Add(result => RefuseWith(result, Stdio, ofPorts, "opens no port"));
        command.Validators.Add(result => RefuseWith(result, Sandbox, ofAddresses, "calls no address"));
        command.Validators.Add(RefuseOnePortForTwo);
    }

    /// <summary>What the command line says.</summary>
    internal static GatewayOptions Read(ParseResult parsed) => new()
    {
        RestPort = parsed.GetValue(RestPort),
        McpPort = parsed.GetValue(McpPort),
        Sandbox = parsed.GetValue(Sandbox),
        Access = new GatewayAccess(parsed.GetValue(AllowWrite), parsed.GetValue(AllowDestructive)),
        TokenFile = FullPath(parsed.GetValue(TokenFile)),
        AllowedHosts = parsed.GetValue(AllowedHost) ?? [],
        ConcurrencyPerCaller = parsed.GetValue(Concurrency),
        RunDirectory = FullPath(parsed.GetValue(RunDirectory)),
        TwilioBaseUri = parsed.GetValue(TwilioBaseUri),
        TwilioProxyBaseUri = parsed.GetValue(TwilioProxyBaseUri),
        TelnyxBaseUri = parsed.GetValue(TelnyxBaseUri),
        SunshineBaseUri = parsed.GetValue(SunshineBaseUri),
    };

    private static Option<int> Port(string name, string description, int port)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => port };
        option.Validators.Add(result => Demand(result, text => int.TryParse(text, out var number) && number is >= 0 and <= LargestPort, $"0 to {LargestPort}"));
        return option;
    }

    private static Option<Uri?> Address(string name, string api) => new(name)
    {
        Description = $"The address of {api} in place of its own: https, or http on this machine.",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens.Single().Value, UriKind.Absolute, out var address))
            {
                return address;
            }

            result.AddError($"{name} takes an absolute address such as https://proxy.example.com.");
            return null;
        },
    };

    private static void Demand(OptionResult result, Func<string, bool> isRight, string right)
    {
        if (result.Tokens.Any(token => !isRight(token.Value)))
        {
            result.AddError($"{result.Option.Name} takes {right}.");
        }
    }

    private static void RefuseWith(CommandResult result, Option<bool> option, Option[] excluded, string why)
    {
        if (result.GetValue(option) && excluded.FirstOrDefault(other => result.GetResult(other) is { Implicit: false }) is { } given)
        {
            result.AddError($"{option.Name} {why}. Leave out {given.Name}.");
        }
    }

    private static void RefuseOnePortForTwo(CommandResult result)
    {
        if (result.GetResult(RestPort) is { Errors: var ofRest } && result.GetResult(McpPort) is { Errors: var ofMcp } && !ofRest.Any() && !ofMcp.Any()
            && result.GetValue(RestPort) is not 0 and var port && port == result.GetValue(McpPort))
        {
            result.AddError($"{RestPort.Name} and {McpPort.Name} are both {port}. Give two ports.");
        }
    }

    private static string? FullPath(string? path) => path is null ? null : Path.GetFullPath(path);
}
