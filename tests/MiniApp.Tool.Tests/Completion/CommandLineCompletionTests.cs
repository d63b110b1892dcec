namespace MiniApp.Tool.Tests.Completion;

public sealed class CommandLineCompletionTests : IDisposable
{
    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("mini-app ", "--help --version block completion inspect revoke serve sign unblock verify")]
    [InlineData("mini-app s", "serve sign")]
    [InlineData("/usr/bin/mini-app si", "sign")]
    [InlineData("mini-app sign c", "card contact")]
    [InlineData("mini-app sign --us", "--user-id --user-secrets-id --username")]
    [InlineData("mini-app sign hash --re", "--request-id")]
    [InlineData("mini-app sign --platform ", "max telegram vk")]
    [InlineData("mini-app sign contact --platform t", "telegram")]
    [InlineData("mini-app inspect --platform t", "telegram")]
    [InlineData("mini-app inspect --kind ", "card contact hash launch payment widget")]
    [InlineData("mini-app sign --as ", "curl env http query token url")]
    [InlineData("mini-app sign card --as ", "json query")]
    [InlineData("mini-app sign payment --as ", "curl http query")]
    [InlineData("mini-app sign widget --as ", "curl http json query url")]
    [InlineData("mini-app sign --role ", "admin editor member moder none")]
    [InlineData("mini-app sign --role m", "member moder")]
    [InlineData("mini-app block --", "--environment --help --settings --until --yes")]
    [InlineData("mini-app unblock --", "--environment --help --settings")]
    [InlineData("mini-app completion ", "--help bash fish pwsh zsh")]
    [InlineData("mini-app sign --project ", "")]
    [InlineData("mini-app sign --user-id 42 --platform telegram --as c", "curl")]
    [InlineData("mini-app seal --", "--help --version")]
    [InlineData("mini-app", "")]
    [InlineData("", "")]
    public void What_can_stand_next_is_told(string line, string choices) => Assert.Equal(choices, Complete(line));

    [Theory]
    [InlineData("mini-app si --user-id 42", "11", "sign")]
    [InlineData("mini-app sign", "13", "sign")]
    [InlineData("mini-app inspect --platform", "28", "max telegram vk")]
    [InlineData("mini-app inspect --platform", "9999999999999", "max telegram vk")]
    [InlineData("mini-app sign", "0", "")]
    public void What_can_stand_at_a_place_is_told(string line, string position, string choices) =>
        Assert.Equal(choices, Complete(line, "--position", position));

    [Theory]
    [InlineData("mini-app sign 'unfinished \" --")]
    [InlineData("mini-app \0\u001b[31m --")]
    public void A_line_that_is_none_does_no_harm(string line)
    {
        var result = _tool.Run("complete", line);

        Assert.Equal(0, result.Status);
        Assert.DoesNotContain('\u001b', result.Output + result.Error);
    }

    [Fact]
    public void A_file_that_is_named_is_not_opened()
    {
        var file = Path.Combine(_tool.Folder, "options.rsp");
        _tool.AddFile("options.rsp", "--platform");

        Assert.NotEqual("max telegram vk", Complete($"mini-app sign @{file} "));
    }

    private string Complete(params string[] arguments) => string.Join(
        ' ', _tool.Run(["complete", .. arguments]).Good().Split('\n', StringSplitOptions.RemoveEmptyEntries));
}
