using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Sunshine;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds the fields of a Sunshine conversation, which creating and updating share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SendSunshineConversationCmdlet : SendCmdlet<SunshineConversation>
{
    private protected SendSunshineConversationCmdlet()
    {
    }

    /// <summary>The app: 24 hexadecimal digits. The default is that of the connection.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AppIdCompleter))]
    [Identifier]
    public string? AppId { get; set; }

    /// <summary>The name that people read, 1 to 100 characters. $null clears it.</summary>
    [Parameter]
    [AllowNull]
    [NullClears]
    public string? DisplayName { get; set; }

    /// <summary>What the conversation is about, 1 to 100 characters. $null clears it.</summary>
    [Parameter]
    [AllowNull]
    [NullClears]
    public string? Description { get; set; }

    /// <summary>The address of the icon, a JPG, PNG or GIF. $null clears it.</summary>
    [Parameter]
    [AllowNull]
    [NullClears(IsText = false)]
    public Uri? IconUrl { get; set; }

    /// <summary>The application's own data as a hashtable, an object or JSON text: texts, numbers and booleans, at most 4 KB. $null clears it.</summary>
    [Parameter]
    [AllowNull]
    [Json]
    [NullClears]
    public string? Metadata { get; set; }

    private protected override object? ExplicitParent(string identifier) => identifier == nameof(AppId) ? AppId : null;
}
