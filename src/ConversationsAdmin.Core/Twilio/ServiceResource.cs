using System.Text.Json;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Twilio;
using static ConversationsAdmin.Core.Twilio.ResourceJson;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The Service resource of Twilio Conversations v1: its operations, and how its answers are read.</summary>
public static class ServiceResource
{
    private const string Collection = "/v1/Services";
    private const string Instance = "/v1/Services/{Sid}";

    private static readonly OperationParameter Sid = new SidParameter("Sid", In.Path, SidKind.Service) { Required = true };

    /// <summary>Lists the services of the account.</summary>
    public static readonly Operation List = new()
    {
        Name = "ListService",
        Api = Api.TwilioConversations,
        Method = HttpMethod.Get,
        Path = Collection,
        Parameters = [TwilioParameters.PageSize, TwilioParameters.Page, TwilioParameters.PageToken],
        ResourceType = Service.Type,
        MaxPageSize = TwilioParameters.MaxPageSize,
    };

    /// <summary>Creates a service.</summary>
    public static readonly Operation Create = new()
    {
        Name = "CreateService",
        Api = Api.TwilioConversations,
        Method = HttpMethod.Post,
        Path = Collection,
        Parameters = [new TextParameter("FriendlyName", In.Body, MaxLength: 256) { Required = true }],
        Body = BodyEncoding.Form,
        ResourceType = Service.Type,
    };

    /// <summary>Fetches a service.</summary>
    public static readonly Operation Fetch = new()
    {
        Name = "FetchService",
        Api = Api.TwilioConversations,
        Method = HttpMethod.Get,
        Path = Instance,
        Parameters = [Sid],
        ResourceType = Service.Type,
    };

    /// <summary>Removes a service and everything in it.</summary>
    public static readonly Operation Delete = new()
    {
        Name = "DeleteService",
        Api = Api.TwilioConversations,
        Method = HttpMethod.Delete,
        Path = Instance,
        Parameters = [Sid],
    };

    /// <summary>Reads a service.</summary>
    /// <param name="json">The provider's answer.</param>
    /// <param name="connectionName">The connection that it came through.</param>
    public static Service Read(JsonElement json, string connectionName)
    {
        string? sid = null, account = null, name = null, links = null;
        DateTimeOffset? created = null, updated = null;
        Uri? url = null;
        Dictionary<string, object?>? unknown = null;
        foreach (var field in json.EnumerateObject())
        {
            if (field.NameEquals("sid"u8)) { sid = Text(field.Value); }
            else if (field.NameEquals("account_sid"u8)) { account = Text(field.Value); }
            else if (field.NameEquals("friendly_name"u8)) { name = Text(field.Value); }
            else if (field.NameEquals("date_created"u8)) { created = Date(field.Value); }
            else if (field.NameEquals("date_updated"u8)) { updated = Date(field.Value); }
            else if (field.NameEquals("url"u8)) { url = Address(field.Value); }
            else if (field.NameEquals("links"u8)) { links = Json(field.Value); }
            else { KeepUnknown(ref unknown, field); }
        }

        return new Service
        {
            ConnectionName = connectionName,
            ServiceSid = Identifier(sid, "sid"),
            AccountSid = account,
            FriendlyName = name,
            DateCreated = created,
            DateUpdated = updated,
            Url = url,
            LinksJson = links,
            AdditionalProperties = Unknown(unknown),
        };
    }
}
