using System.Management.Automation;

namespace ConversationsAdmin.Module.Values;

/// <summary>Takes a credential, or a user name whose password is then asked for. Null and blank are refused: for a misspelt variable an unattended run would wait for an answer.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CredentialOrNameAttribute : ArgumentTransformationAttribute
{
    private static readonly CredentialAttribute Asking = new();

    /// <inheritdoc/>
    public override bool TransformNullOptionalParameters => true;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData is null || (inputData is string name && string.IsNullOrWhiteSpace(name))
            ? throw new ArgumentTransformationMetadataException("The credential is null or blank, as a misspelt variable is. Give one that Get-Credential or Get-AutomationPSCredential made.")
            : Asking.Transform(engineIntrinsics, inputData);
}
