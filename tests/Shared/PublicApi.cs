using System.Reflection;
using System.Runtime.CompilerServices;

namespace TestSupport;

/// <summary>Writes an assembly's public surface as text, a line a member, so that a change to a promise is seen in a diff.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>
    /// The public surface is a promise. It changes only together with <c>PublicApi.approved.txt</c>, where a reviewer sees it.
    /// </summary>
    public static void AssertApproved(Assembly assembly)
    {
        var received = Describe(assembly);
        var approved = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PublicApi.approved.txt")).ReplaceLineEndings("\n");

        if (received != approved)
        {
            var path = Path.Combine(AppContext.BaseDirectory, "PublicApi.received.txt");
            File.WriteAllText(path, received);
            Assert.Fail($"""
                The public surface has changed. If that is meant, copy {path} over PublicApi.approved.txt.
                {Difference(approved, received)}
                """);
        }
    }

    public static string Describe(Assembly assembly)
    {
        var lines = assembly.GetExportedTypes()
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => Members(type).Order(StringComparer.Ordinal).Select(member => "  " + member).Prepend(Header(type)));

        return string.Join('\n', lines) + '\n';
    }

    private static string Difference(string approved, string received)
    {
        var (old, now) = (approved.Split('\n'), received.Split('\n'));
        var lines = old.Except(now, StringComparer.Ordinal).Select(line => "- " + line)
            .Concat(now.Except(old, StringComparer.Ordinal).Select(line => "+ " + line));

        return string.Join('\n', lines);
    }

    private static string Header(Type type)
    {
        var kind = type.IsEnum ? "enum" : type.IsValueType ? "struct" : type.IsInterface ? "interface" : "class";
        var modifier = type is { IsAbstract: true, IsSealed: true } ? "static " : type.IsAbstract && !type.IsInterface ? "abstract "
            : type is { IsSealed: true, IsValueType: false } ? "sealed " : "";
        var bases = type.GetInterfaces().Where(contract => contract.IsVisible).Select(Name).Order(StringComparer.Ordinal);
        var parent = type.BaseType is { } baseType && baseType != typeof(object) && !type.IsValueType ? [Name(baseType)] : Array.Empty<string>();

        return $"{modifier}{kind} {type.FullName} : {string.Join(", ", parent.Concat(bases))}".TrimEnd(' ', ':');
    }

    private static IEnumerable<string> Members(Type type) => type.GetMembers(Declared)
        .Where(member => member.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
        .Select(Describe)
        .OfType<string>();

    private static string? Describe(MemberInfo member) => member switch
    {
        ConstructorInfo constructor when IsVisible(constructor) => $"ctor({Parameters(constructor)})",
        MethodInfo { IsSpecialName: false } method when IsVisible(method) =>
            $"{Modifier(method)}{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
        PropertyInfo property when Accessors(property) is { Length: > 0 } accessors =>
            $"{Modifier(property.GetMethod!)}{Name(property.PropertyType)} {property.Name} {{ {accessors} }}",
        FieldInfo { IsLiteral: true } constant when constant.IsPublic => $"const {Name(constant.FieldType)} {constant.Name} = {constant.GetRawConstantValue()}",
        FieldInfo { IsSpecialName: false } field when field.IsPublic => $"{Name(field.FieldType)} {field.Name}",
        _ => null,
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Modifier(MethodBase method) => method.IsStatic ? "static "
        : method.IsAbstract ? "abstract "
        : method is { IsVirtual: true, IsFinal: false } ? "virtual "
        : "";

    private static string Accessors(PropertyInfo property) => string.Join(
        " ",
        new[] { property.GetMethod is { } get && IsVisible(get) ? "get;" : "", property.SetMethod is { } set && IsVisible(set) ? "set;" : "" }
            .Where(accessor => accessor.Length > 0));

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}"));

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
