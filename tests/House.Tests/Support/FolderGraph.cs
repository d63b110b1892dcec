using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace House.Tests;

/// <summary>Which folder of <c>src</c> names what is declared in which other.</summary>
internal sealed class FolderGraph
{
    private readonly Dictionary<(string From, string To), SortedSet<string>> _arrows = [];

    private FolderGraph()
    {
    }

    /// <summary>The graph of a compilation whose trees have their files' paths.</summary>
    public static FolderGraph Read(Compilation compilation)
    {
        var graph = new FolderGraph();
        foreach (var file in compilation.SyntaxTrees.Where(file => file.FilePath.Length > 0))
        {
            var model = compilation.GetSemanticModel(file);
            foreach (var name in file.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                graph.Add(Tree.FolderOf(file.FilePath), FindType(model.GetSymbolInfo(name)));
            }
        }

        return graph;
    }

    /// <summary>
    /// The circles, each as its folders in order, joined by commas, with the names that lead from one to the other.
    /// </summary>
    public IEnumerable<(string Folders, string Arrows)> FindCircles()
    {
        var reachable = _arrows.Keys.Select(arrow => arrow.From).Distinct(StringComparer.Ordinal)
            .ToDictionary(folder => folder, Reach, StringComparer.Ordinal);

        return reachable.Keys
            .Where(folder => reachable[folder].Contains(folder))
            .Order(StringComparer.Ordinal)
            .GroupBy(folder => string.Join(", ", Companions(folder)), StringComparer.Ordinal)
            .Select(circle => (circle.Key, string.Join("; ", circle.SelectMany(from => circle.SelectMany(to => Describe(from, to))))));

        // The folders that lead here as this one leads to them, itself among them.
        IEnumerable<string> Companions(string folder) => reachable[folder]
            .Where(other => reachable.TryGetValue(other, out var back) && back.Contains(folder))
            .Order(StringComparer.Ordinal);
    }

    private static INamedTypeSymbol? FindType(SymbolInfo name)
    {
        var symbol = name.Symbol ?? name.CandidateSymbols.FirstOrDefault();
        var type = symbol as INamedTypeSymbol ?? (symbol as IMethodSymbol)?.ReducedFrom?.ContainingType ?? symbol?.ContainingType;
        while (type?.ContainingType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    private void Add(string from, INamedTypeSymbol? type)
    {
        foreach (var declaration in type?.DeclaringSyntaxReferences ?? [])
        {
            var to = Tree.FolderOf(declaration.SyntaxTree.FilePath);
            if (to != from)
            {
                _arrows.TryAdd((from, to), new SortedSet<string>(StringComparer.Ordinal));
                _arrows[(from, to)].Add(type!.Name);
            }
        }
    }

    private HashSet<string> Reach(string start)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<string>([start]);
        while (pending.TryDequeue(out var folder))
        {
            foreach (var (_, to) in _arrows.Keys.Where(arrow => arrow.From == folder && reached.Add(arrow.To)))
            {
                pending.Enqueue(to);
            }
        }

        return reached;
    }

    private IEnumerable<string> Describe(string from, string to) =>
        _arrows.TryGetValue((from, to), out var names) ? [$"{from} -> {to} ({string.Join(", ", names)})"] : [];
}
