using ConversationsAdmin.Sandbox.Data.Proxy;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio.Proxy;

/// <summary>What went through a session, and the one thing that the account can send through it by itself.</summary>
internal static class InteractionEndpoints
{
    private const string List = "/v1/Services/{ServiceSid}/Sessions/{SessionSid}/Interactions";
    private const string Sent = "/v1/Services/{ServiceSid}/Sessions/{SessionSid}/Participants/{ParticipantSid}/MessageInteractions";
    private const string Body = "Body";

    // The provider reserves MediaUrl without supporting it.
    public static readonly Endpoint<ProxyCall>[] All =
    [
        new("GET", List, Read) { Query = new FieldSet(Paging.FieldsUpTo(100)) },
        new("GET", Sent, ReadSent) { Query = new FieldSet(Paging.FieldsUpTo(1000)) },
        new("POST", Sent, Send) { Form = new FieldSet(new TextField(Body) { Required = true }), Budget = SessionEndpoints.PerService },
    ];

    private static Answer Read(ProxyCall call)
    {
        var session = call.Parent();
        return Paging.Page(call, new Listing<Interaction>(
            "interactions", session.Interactions, (json, interaction) => InteractionJson.Write(json, call, session, interaction)));
    }

    private static Answer ReadSent(ProxyCall call)
    {
        var (session, participant) = (call.Parent(), call.Participant());
        return Paging.Page(call, new Listing<Interaction>(
            "interactions", session.Interactions, (json, interaction) => InteractionJson.WriteSent(json, call, session, interaction))
        {
            Includes = interaction => interaction.IsSentTo(participant),
        });
    }

    private static Answer Send(ProxyCall call)
    {
        var (session, participant) = (call.Parent(), call.Participant());
        if (!session.IsActive(call.Now))
            throw new TwilioError(400, ProxyCode.SessionClosed, $"Session {session.Sid} is {session.Status}, and nothing goes through it.");
        var interaction = new Interaction
        {
            Sid = call.Sids.Hex32("KI"),
            IsCall = false,
            Data = InteractionData.OfMessage(call.Form.Text(Body)!),
            Outbound = new InteractionLeg(participant.Sid, call.Sids.Hex32("SM"), "sent"),
            DateCreated = call.Now,
        };
        session.Add(interaction);
        return Answer.Json(200, json => InteractionJson.WriteSent(json, call, session, interaction));
    }
}
