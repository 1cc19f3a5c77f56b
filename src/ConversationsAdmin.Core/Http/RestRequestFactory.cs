using System.Text;
using System.Text.Json;
using ConversationsAdmin.Core.Operations;
using RestSharp;

namespace ConversationsAdmin.Core.Http;

/// <summary>Turns a checked request into RestSharp's.</summary>
internal static class RestRequestFactory
{
    internal static RestRequest Create(OperationRequest request)
    {
        // The path comes escaped: RestSharp's own url segments turn a literal %2F of a name into a slash, which would name another resource.
        var rest = new RestRequest(request.Path.TrimStart('/'), ToMethod(request.Operation.Method));
        foreach (var field in request.Fields)
        {
            _ = field.Location switch
            {
                ParameterLocation.Query => rest.AddQueryParameter(field.Name, field.Value, encode: true),
                ParameterLocation.Header => rest.AddHeader(field.Name, field.Value),
                ParameterLocation.Body when request.Operation.Body == BodyEncoding.Form => rest.AddParameter(field.Name, field.Value, ParameterType.GetOrPost),
                _ => rest,
            };
        }

        if (request.Operation.Body == BodyEncoding.Json)
        {
            rest.AddStringBody(JsonBody(request), ContentType.Json);
        }

        return rest;
    }

    private static string JsonBody(OperationRequest request)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var fields in request.Fields.Where(field => field.Location == ParameterLocation.Body).GroupBy(field => field.Name))
            {
                writer.WritePropertyName(fields.Key);
                WriteValue(writer, [.. fields]);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteValue(Utf8JsonWriter writer, OperationRequest.Field[] fields)
    {
        var isList = fields[0].IsListItem;
        if (isList)
        {
            writer.WriteStartArray();
        }

        foreach (var field in fields)
        {
            if (field.IsJsonLiteral)
            {
                writer.WriteRawValue(field.Value);
            }
            else
            {
                writer.WriteStringValue(field.Value);
            }
        }

        if (isList)
        {
            writer.WriteEndArray();
        }
    }

    private static Method ToMethod(HttpMethod method) => method.Method switch
    {
        "GET" => Method.Get,
        "POST" => Method.Post,
        "PUT" => Method.Put,
        "PATCH" => Method.Patch,
        "DELETE" => Method.Delete,
        var other => throw new InvalidOperationException($"No operation is sent by {other}."),
    };
}
