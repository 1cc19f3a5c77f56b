using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>Makes the operations of Twilio Conversations v1, which are alike but for what their resources take.</summary>
internal static class TwilioOperation
{
    internal static Operation List(string name, string path, string resourceType, int maxPageSize, params OperationParameter[] parameters) => new()
    {
        Name = name,
        Api = Api.TwilioConversations,
        Method = HttpMethod.Get,
        Path = path,
        Parameters = [.. parameters, TwilioParameters.PageSize(maxPageSize), TwilioParameters.Page, TwilioParameters.PageToken],
        ResourceType = resourceType,
        Paging = new ListPaging(PagingStyle.NextPageUrl, TwilioParameters.PageSizeName, maxPageSize, maxPageSize)
        {
            TransportNames = [TwilioParameters.PageSizeName, TwilioParameters.Page.Name, TwilioParameters.PageToken.Name],
        },
    };

    internal static Operation Fetch(string name, string path, string resourceType, params OperationParameter[] parameters) => new()
    {
        Name = name,
        Api = Api.TwilioConversations,
        Method = HttpMethod.Get,
        Path = path,
        Parameters = [.. parameters],
        ResourceType = resourceType,
    };

    /// <summary>A creation or an update, whose body is form-encoded.</summary>
    internal static Operation Write(string name, string path, string resourceType, BudgetScope budgetScope, params OperationParameter[] parameters) => new()
    {
        Name = name,
        Api = Api.TwilioConversations,
        Method = HttpMethod.Post,
        Path = path,
        Parameters = [.. parameters],
        Body = BodyEncoding.Form,
        ResourceType = resourceType,
        BudgetScope = budgetScope,
    };

    internal static Operation Delete(string name, string path, BudgetScope budgetScope, params OperationParameter[] parameters) => new()
    {
        Name = name,
        Api = Api.TwilioConversations,
        Method = HttpMethod.Delete,
        Path = path,
        Parameters = [.. parameters],
        BudgetScope = budgetScope,
    };
}
