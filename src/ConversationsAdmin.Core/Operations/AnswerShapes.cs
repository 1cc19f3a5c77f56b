namespace ConversationsAdmin.Core.Operations;

/// <summary>The shape of a whole answer: of a resource, of the envelope that it comes in, or of a page with its rows and the way to the next.</summary>
internal static class AnswerShapes
{
    private static readonly ShapeField TwilioMeta = Object(
        "meta",
        new("page", ShapeType.Integer),
        new("page_size", ShapeType.Integer),
        Address("first_page_url"),
        Address("previous_page_url") with { Nullable = true },
        Address("url"),
        Address("next_page_url") with { Nullable = true, Description = "The next page; null on the last." },
        new("key", ShapeType.Text) { Description = "The field that holds the rows." });

    private static readonly ShapeField TelnyxMeta = Object(
        "meta",
        new("page_number", ShapeType.Integer),
        new("page_size", ShapeType.Integer),
        new("total_pages", ShapeType.Integer),
        new("total_results", ShapeType.Integer));

    private static readonly ShapeField SunshineMeta = Object(
        "meta",
        new("hasMore", ShapeType.Boolean),
        new("afterCursor", ShapeType.Text) { Description = "What page[after] of the next page is; not there on the last." },
        new("beforeCursor", ShapeType.Text) { Description = "What page[before] of the page before is; not there on the first." });

    private static readonly ShapeField SunshineLinks = Object("links", Address("prev"), Address("next"));

    internal static ObjectShape? Of(Operation operation) =>
        operation.Shape is not { } shape ? null
        : operation is { ItemsKey: { } itemsKey, Paging: { } paging } ? new([Rows(itemsKey, shape), .. WayOn(paging.Style)])
        : operation.Envelope is { } envelope ? new(new ShapeField(envelope, ShapeType.Object) { Members = shape })
        : shape;

    private static ShapeField Rows(string itemsKey, ObjectShape shape) =>
        new(itemsKey, ShapeType.List) { Items = new(itemsKey, ShapeType.Object) { Members = shape } };

    private static ShapeField[] WayOn(PagingStyle style) => style switch
    {
        PagingStyle.NextPageUrl => [TwilioMeta],
        PagingStyle.PageNumber or PagingStyle.SinglePage => [TelnyxMeta],
        PagingStyle.Cursor => [SunshineMeta, SunshineLinks],
        _ => [],
    };

    private static ShapeField Object(string name, params ShapeField[] members) => new(name, ShapeType.Object) { Members = new([.. members]) };

    private static ShapeField Address(string name) => new(name, ShapeType.Text) { Format = "uri" };
}
