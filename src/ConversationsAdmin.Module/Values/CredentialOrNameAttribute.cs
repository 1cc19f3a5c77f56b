using System.Management.Automation;

namespace ConversationsAdmin.Module.Values;

/// <summary>Takes a credential, or a user name whose password is then asked for. Null and blank are refused, and so is a name where nobody can be asked: an unattended run would wait for an answer.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CredentialOrNameAttribute : ArgumentTransformationAttribute
{
    private const string Advice = "Give one that Get-Credential or Get-AutomationPSCredential made.";
    private static readonly CredentialAttribute Asking = new();

    /// <inheritdoc/>
    public override bool TransformNullOptionalParameters => true;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var name = (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) as string;
        if (inputData is null || (name is not null && string.IsNullOrWhiteSpace(name)))
        {
            throw new ArgumentTransformationMetadataException($"The credential is null or blank, as a misspelt variable is. {Advice}");
        }

        if (name is not null && RedirectedInput.IsOf(engineIntrinsics.Host))
        {
            throw CannotAsk(cause: null);
        }

        try
        {
            return Asking.Transform(engineIntrinsics, inputData);
        }
        catch (PSInvalidOperationException exception) when (name is not null)
        {
            throw CannotAsk(exception);
        }
    }

    private static ArgumentTransformationMetadataException CannotAsk(Exception? cause) =>
        new($"The credential is a user name, and this host can't ask for the password. {Advice}", cause);
}
