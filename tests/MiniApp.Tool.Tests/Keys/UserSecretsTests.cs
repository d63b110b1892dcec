namespace MiniApp.Tool.Tests.Keys;

public sealed class UserSecretsTests : IDisposable
{
    private readonly TestTool _tool = new(withKeys: false);

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void User_secrets_without_the_key_are_told_apart_from_those_that_cannot_be_read()
    {
        _tool.AddUserSecrets("empty", "{}");
        _tool.AddUserSecrets("broken", $$"""{ "Authentication:Schemes:VkMiniApp:AppSecret": "{{Example.VkKey}}" """);

        Assert.Equal(
            "error: The user secrets empty have no protected key for VK. | "
                + "hint: Set it with 'dotnet user-secrets set Authentication:Schemes:VkMiniApp:AppSecret ...'.",
            Verify("--user-secrets-id", "empty").Wrong());
        Assert.Equal(
            Verify("--user-secrets-id", "empty").Wrong().Replace("empty", "absent", StringComparison.Ordinal),
            Verify("--user-secrets-id", "absent").Wrong());
        Assert.Equal(
            "error: The user secrets broken cannot be read. | hint: 'dotnet user-secrets list' shows what is wrong with them.",
            Verify("--user-secrets-id", "broken").Wrong());
    }

    private ToolResult Verify(params string[] options) => _tool.RunOn(Example.Sign("vk"), ["verify", .. options]);
}
