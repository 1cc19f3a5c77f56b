using System.Collections;
using System.Management.Automation;

namespace ConversationsAdmin.Module.Connections;

/// <summary>The vaults of Microsoft.PowerShell.SecretManagement, as the caller's session has them. The module is not needed until a secret is asked for.</summary>
internal static class SecretVault
{
    /// <summary>The module that knows the vaults.</summary>
    internal const string ModuleName = "Microsoft.PowerShell.SecretManagement";

    private const string GetSecret = $"{ModuleName}\\Get-Secret";
    private const string PasswordRequired = $"{ModuleName}.PasswordRequiredException";

    // What a vault's own module says with -Verbose and -Debug is nothing that we could vouch for.
    private static readonly ScriptBlock Reading = ScriptBlock.Create(
        $"param($Given) {GetSecret} @Given -ErrorAction Stop -Verbose:$false -Debug:$false");

    /// <summary>Reads a secret, as the vault keeps it.</summary>
    /// <param name="commands">The caller's commands.</param>
    /// <param name="name">The name of the secret.</param>
    /// <param name="vault">The vault; null for all of them, the default one first.</param>
    /// <exception cref="SecretException">It can't be had.</exception>
    internal static object Read(CommandInvocationIntrinsics commands, string name, string? vault)
    {
        var given = new Hashtable { ["Name"] = name };
        if (vault is not null)
        {
            given["Vault"] = vault;
        }

        try
        {
            var found = commands.InvokeScript(useLocalScope: true, Reading, input: null, given);
            return found switch
            {
                [] => throw NotFound(name, vault, cause: null),
                [var secret] => secret.BaseObject,
                // Bytes come one by one.
                _ => found.Select(part => part.BaseObject).ToArray(),
            };
        }
        catch (RuntimeException exception) when (exception is not PipelineStoppedException)
        {
            throw Explain(exception, name, vault);
        }
    }

    private static SecretException Explain(RuntimeException exception, string name, string? vault)
    {
        if (exception is CommandNotFoundException { CommandName: GetSecret })
        {
            return new SecretException(
                "NoSecretManagement",
                ErrorCategory.NotInstalled,
                $"-SecretName needs the module {ModuleName}, which is not there or can't be loaded. Get it with Install-PSResource {ModuleName}, and a vault such as Microsoft.PowerShell.SecretStore.",
                exception);
        }

        // An error that was not terminating in itself is the record of the exception that -ErrorAction Stop makes of it.
        if (Causes(exception).Concat(Causes(exception.ErrorRecord.Exception)).Any(cause => cause.GetType().FullName == PasswordRequired))
        {
            return new SecretException(
                "VaultLocked",
                ErrorCategory.AuthenticationError,
                $"The secret '{name}' was not read, because {Shown(vault)} is locked. Unlock it first, with Unlock-SecretVault or Unlock-SecretStore, or name another with -VaultName.",
                exception);
        }

        return exception.ErrorRecord.FullyQualifiedErrorId.Split(',')[0] switch
        {
            "GetSecretNotFound" => NotFound(name, vault, exception),
            "GetSecretVaultNotFound" => new SecretException(
                "VaultNotFound", ErrorCategory.ObjectNotFound, $"There is no vault named '{vault}'. Get-SecretVault shows those that are registered.", exception),
            _ => new SecretException(
                "SecretNotRead", ErrorCategory.ReadError, $"The secret '{name}' was not read from {Shown(vault)}: {exception.ErrorRecord}", exception),
        };
    }

    private static SecretException NotFound(string name, string? vault, Exception? cause) => new(
        "SecretNotFound",
        ErrorCategory.ObjectNotFound,
        $"There is no secret named '{name}' in {Shown(vault, "any registered vault")}. Get-SecretInfo shows those that are there; Set-Secret keeps one.",
        cause);

    private static string Shown(string? vault, string unnamed = "a registered vault") => vault is null ? unnamed : $"the vault '{vault}'";

    private static IEnumerable<Exception> Causes(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }
}
