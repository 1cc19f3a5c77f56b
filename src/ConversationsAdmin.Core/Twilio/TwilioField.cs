using System.Collections.Immutable;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>Makes the fields of Twilio's resources, nearly all of which may be null.</summary>
internal static class TwilioField
{
    internal static readonly ShapeField AccountSid = Text("account_sid");
    internal static readonly ShapeField ServiceSid = Text("chat_service_sid");
    internal static readonly ShapeField DateCreated = Date("date_created");
    internal static readonly ShapeField DateUpdated = Date("date_updated");
    internal static readonly ShapeField Url = Address("url");
    internal static readonly ShapeField Links = Open("links") with { Description = "The addresses of what belongs to it, by name." };

    internal static ShapeField Text(string name) => new(name, ShapeType.Text) { Nullable = true };

    internal static ShapeField Date(string name) => Text(name) with { Format = "date-time" };

    internal static ShapeField Address(string name) => Text(name) with { Format = "uri" };

    /// <summary>One of the documented words, which is never null.</summary>
    internal static ShapeField Choice(string name, params ImmutableArray<string> known) => new(name, ShapeType.Text) { Known = known };

    internal static ShapeField Integer(string name) => new(name, ShapeType.Integer) { Nullable = true };

    internal static ShapeField Boolean(string name) => new(name, ShapeType.Boolean) { Nullable = true };

    internal static ShapeField Object(string name, params ImmutableArray<ShapeField> members) => Open(name) with { Members = new(members) };

    /// <summary>An object that may hold anything.</summary>
    internal static ShapeField Open(string name) => new(name, ShapeType.Object) { Nullable = true };

    internal static ShapeField Texts(string name) => List(name, new(name, ShapeType.Text));

    internal static ShapeField List(string name, ShapeField items) => new(name, ShapeType.List) { Nullable = true, Items = items };

    /// <summary>The application's own data.</summary>
    internal static ShapeField Attributes(string name = "attributes") =>
        Text(name) with { Description = "The application's own data as the text of JSON; {} when there is none." };

    /// <summary>When a conversation changes its state by itself.</summary>
    internal static ShapeField Timers(string name = "timers") => Object(name, Date("date_inactive"), Date("date_closed"));
}
