using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>Makes the operations of Twilio Conversations v1, which are alike but for what their resources take.</summary>
internal static class TwilioOperation
{
    internal static Operation List(
        string name, string toolName, string summary, string path, string resourceType, string itemsKey, int maxPageSize, params OperationParameter[] parameters) => new()
        {
            Name = name,
            ToolName = toolName,
            Summary = summary,
            Status = 200,
            Api = Api.TwilioConversations,
            Method = HttpMethod.Get,
            Path = path,
            Parameters = [.. parameters, TwilioParameters.PageSize(maxPageSize), TwilioParameters.Page, TwilioParameters.PageToken],
            ResourceType = resourceType,
            ItemsKey = itemsKey,
            Paging = new ListPaging(PagingStyle.NextPageUrl, TwilioParameters.PageSizeName, maxPageSize, maxPageSize)
            {
                TransportNames = [TwilioParameters.PageSizeName, TwilioParameters.Page.Name, TwilioParameters.PageToken.Name],
            },
        };

    internal static Operation Fetch(string name, string toolName, string summary, string path, string resourceType, params OperationParameter[] parameters) => new()
    {
        Name = name,
        ToolName = toolName,
        Summary = summary,
        Status = 200,
        Api = Api.TwilioConversations,
        Method = HttpMethod.Get,
        Path = path,
        Parameters = [.. parameters],
        ResourceType = resourceType,
    };

    /// <summary>A creation, whose body is form-encoded.</summary>
    internal static Operation Create(
        string name, string toolName, string summary, string path, string resourceType, BudgetScope budgetScope, params OperationParameter[] parameters) =>
        Write(name, toolName, summary, status: 201, path, resourceType, budgetScope, parameters);

    /// <summary>An update, whose body is form-encoded.</summary>
    internal static Operation Update(
        string name, string toolName, string summary, string path, string resourceType, BudgetScope budgetScope, params OperationParameter[] parameters) =>
        Write(name, toolName, summary, status: 200, path, resourceType, budgetScope, parameters);

    internal static Operation Delete(string name, string toolName, string summary, string path, BudgetScope budgetScope, params OperationParameter[] parameters) => new()
    {
        Name = name,
        ToolName = toolName,
        Summary = summary,
        Status = 204,
        Api = Api.TwilioConversations,
        Method = HttpMethod.Delete,
        Path = path,
        Parameters = [.. parameters],
        BudgetScope = budgetScope,
    };

    private static Operation Write(
        string name, string toolName, string summary, int status, string path, string resourceType, BudgetScope budgetScope, OperationParameter[] parameters) => new()
        {
            Name = name,
            ToolName = toolName,
            Summary = summary,
            Status = status,
            Api = Api.TwilioConversations,
            Method = HttpMethod.Post,
            Path = path,
            Parameters = [.. parameters],
            Body = BodyEncoding.Form,
            ResourceType = resourceType,
            BudgetScope = budgetScope,
        };
}
