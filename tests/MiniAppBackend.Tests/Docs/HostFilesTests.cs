using System.Text.Json;
using System.Text.RegularExpressions;
using TestSupport;
using YamlDotNet.RepresentationModel;

namespace MiniAppBackend.Tests;

/// <summary>What the repository's host reads, which nobody else looks at until it fails there.</summary>
public sealed partial class HostFilesTests
{
    private const string Blob = "https://github.com/VkMiniApp/VkMiniApp.AspNetCore/blob/main/";

    public static TheoryData<string> Files =>
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, ".github"), "*.yml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Forms =>
    [
        .. Files.Select(row => row.Data).Where(file =>
            file.StartsWith(".github/ISSUE_TEMPLATE/", StringComparison.Ordinal) && !file.EndsWith("/config.yml", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_of_the_host_is_yaml_and_leads_to_pages_and_scripts_that_are_there(string file)
    {
        var text = Repository.Read(file);

        Assert.NotEmpty(Read(text).Children);
        Assert.All(Links().Matches(text), link => Assert.True(Path.Exists(Path.Combine(Repository.Root, link.Groups["file"].Value)), link.Value));
        Assert.All(Scripts().Matches(text), script => Assert.True(File.Exists(Path.Combine(Repository.Root, script.Value)), script.Value));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_asks_something_and_each_question_has_a_name_of_its_own(string file)
    {
        var form = Read(Repository.Read(file));
        var parts = ((YamlSequenceNode)form["body"]).Cast<YamlMappingNode>().ToList();
        var questions = parts.Where(part => Text(part, "type") != "markdown").ToList();

        Assert.NotEqual("", Text(form, "name"));
        Assert.NotEqual("", Text(form, "description"));
        Assert.NotEmpty(questions);
        Assert.All(questions, question => Assert.NotEqual("", Text((YamlMappingNode)question["attributes"], "label")));
        Assert.Distinct(questions.Select(question => Text(question, "id")), StringComparer.Ordinal);
    }

    /// <summary>All that has to hold is in a script that runs anywhere. The host's token can do nothing but read.</summary>
    [Fact]
    public void The_workflow_runs_the_checks_and_may_only_read()
    {
        var text = Repository.Read(".github/workflows/ci.yml");
        var workflow = Read(text);
        var jobs = ((YamlMappingNode)workflow["jobs"]).Children.Values.Cast<YamlMappingNode>().ToList();
        var commands = jobs
            .SelectMany(job => ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>())
            .Select(step => Text(step, "run"));

        Assert.Contains(".ci/run", commands, StringComparer.Ordinal);
        Assert.Equal("contents: read", Assert.Single(((YamlMappingNode)workflow["permissions"]).Children.Select(right => $"{right.Key}: {right.Value}")));

        // A job may give itself more than the file gives to all, and what a stranger proposes may be run with the repository's own rights.
        Assert.All(jobs, job => Assert.False(job.Children.ContainsKey("permissions")));
        Assert.DoesNotContain("secrets.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("pull_request_target", text, StringComparison.Ordinal);
        Assert.DoesNotContain("workflow_run", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_dev_container_forwards_the_samples_port()
    {
        using var container = JsonDocument.Parse(
            Repository.Read(".devcontainer/devcontainer.json"), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });

        Assert.Contains(5080, container.RootElement.GetProperty("forwardPorts").EnumerateArray().Select(port => port.GetInt32()));
    }

    private static YamlMappingNode Read(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return (YamlMappingNode)Assert.Single(yaml.Documents).RootNode;
    }

    private static string Text(YamlMappingNode node, string name) => node.Children.TryGetValue(name, out var value) ? $"{value}" : "";

    [GeneratedRegex($@"{Blob}(?<file>[^)\s#]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Links();

    [GeneratedRegex(@"(?<![\w/])\.ci/\w+", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Scripts();
}
