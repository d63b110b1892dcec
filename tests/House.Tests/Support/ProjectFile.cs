using System.Xml.Linq;

namespace House.Tests;

/// <summary>A project as its file describes it.</summary>
internal sealed class ProjectFile(string path)
{
    private readonly XElement _content = XElement.Load(System.IO.Path.Combine(Repository.Root, path));

    public string Path => path;

    public string Name { get; } = System.IO.Path.GetFileNameWithoutExtension(path);

    /// <summary>The assemblies that see its internals.</summary>
    public IEnumerable<string> Friends => Included("InternalsVisibleTo");

    /// <summary>What it compiles besides the files in its own folder.</summary>
    public IEnumerable<string> LinkedSources => Included("Compile").Where(source => source.Contains("..", StringComparison.Ordinal));

    private IEnumerable<string> Included(string item) =>
        _content.Descendants(item).Select(element => (string?)element.Attribute("Include")).OfType<string>();
}
