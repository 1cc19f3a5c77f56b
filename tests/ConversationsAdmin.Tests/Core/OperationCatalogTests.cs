using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Tests.Metadata;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>What a gateway offers is all that the product defines, and each operation says enough of itself.</summary>
public sealed class OperationCatalogTests
{
    [Fact]
    public void It_has_each_operation_that_a_cmdlet_is_for_once() => Assert.Equal(
        DefinedOperations.All.Select(operation => operation.Name).Except(OperationTable.OfArchives.Select(row => row.Name)).Order(),
        OperationCatalog.All.Select(operation => operation.Name).Order());

    [Fact]
    public void It_has_the_67() => Assert.Equal(67, OperationCatalog.All.Length);

    [Fact]
    public void No_two_operations_have_the_same_tool_or_summary()
    {
        Assert.Equal(DefinedOperations.All.Count, DefinedOperations.All.Select(operation => operation.ToolName).Distinct().Count());
        Assert.Equal(DefinedOperations.All.Count, DefinedOperations.All.Select(operation => operation.Summary).Distinct().Count());
    }

    [Fact]
    public void A_summary_is_one_sentence_of_at_most_140_characters() => Assert.All(DefinedOperations.All, operation =>
    {
        Assert.InRange(operation.Summary.Length, 20, 140);
        Assert.Equal(operation.Summary.Length - 1, operation.Summary.IndexOf('.', StringComparison.Ordinal));
    });

    [Fact]
    public void A_deletion_says_that_it_is_for_good() => Assert.All(
        DefinedOperations.All.Where(operation => operation.Destructive),
        operation => Assert.Contains("for good", operation.Summary, StringComparison.Ordinal));

    [Fact]
    public void A_parameter_outside_the_path_says_what_it_means() => Assert.All(
        OperationCatalog.All.SelectMany(operation => operation.Parameters).Where(parameter => parameter.Location != ParameterLocation.Path).SelectMany(WithMembers),
        parameter =>
        {
            Assert.InRange(parameter.Description?.Length ?? 0, 10, 160);
            Assert.EndsWith(".", parameter.Description, StringComparison.Ordinal);
        });

    [Fact]
    public void What_closes_a_conversation_is_known_as_final_and_what_closes_a_session_is_not() => Assert.Equal(
        [(ConversationResource.Create.Name, "State", "closed"), (ConversationResource.Update.Name, "State", "closed")],
        OperationCatalog.All
            .SelectMany(operation => operation.Parameters.OfType<ChoiceParameter>()
                .Where(choice => choice.Final is not null)
                .Select(choice => (operation.Name, choice.Name, choice.Final!)))
            .OrderBy(final => final.Item1[..6], StringComparer.Ordinal)
            .ThenBy(final => final.Item2, StringComparer.Ordinal));

    [Fact]
    public void A_final_choice_is_one_of_the_choices() => Assert.All(
        OperationCatalog.All.SelectMany(operation => operation.Parameters.OfType<ChoiceParameter>()).Where(choice => choice.Final is not null),
        choice => Assert.Contains(choice.Final!, choice.Choices));

    private static IEnumerable<OperationParameter> WithMembers(OperationParameter parameter) => parameter switch
    {
        ListParameter { Item: JsonObjectParameter items } => [parameter, .. items.Members],
        JsonObjectParameter json => [parameter, .. json.Members],
        _ => [parameter],
    };
}
