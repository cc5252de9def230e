using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Dialoogtafel.Domain;

namespace Dialoogtafel.Web.Tests.Architecture;

/// <summary>One type that uses another, by their full names.</summary>
public sealed record Arrow(string From, string To);

/// <summary>
/// Which type of the site uses which, read from the compiled assembly: also without a using line, in views, async
/// methods, lambdas and attributes. Not seen is what the compiler copies in place (a constant, <c>nameof</c>, the value
/// of an enum), and a type of which a value is only handed on.
/// </summary>
public static class CompiledArrows
{
    private const string Namespace = "Dialoogtafel.Web.";
    private const string Views = "AspNetCoreGeneratedDocument.";

    /// <summary>Reading takes some six seconds, so it is done once for all tests.</summary>
    private static readonly Lazy<IReadOnlyList<Arrow>> Read = new(() =>
        Of(new ArchLoader().LoadAssemblies(typeof(Program).Assembly, typeof(DomainRuleException).Assembly).Build())
    );

    public static IReadOnlyList<Arrow> All => Read.Value;

    public static IReadOnlyList<Arrow> Of(ArchUnitNET.Domain.Architecture architecture) =>
        [
            .. (
                from type in architecture.Types
                from dependency in type.Dependencies
                where dependency.Target is not GenericParameter
                select new Arrow(Outer(type), Outer(dependency.Target))
            )
                .Where(arrow => arrow.From != arrow.To)
                .Distinct(),
        ];

    /// <summary>
    /// The module of this type, or the folder beside the modules, by its namespace or the path of its view; null for
    /// what is not the site's own.
    /// </summary>
    public static string? ModuleOf(string type) =>
        PathOf(type)?.Split('.') switch
        {
            ["Modules", var module, ..] => module,
            [var folder, ..] => folder,
            _ => null,
        };

    private static string? PathOf(string type) =>
        type == nameof(Program) ? type
        : type.StartsWith(Views, StringComparison.Ordinal) ? type[Views.Length..].Replace('_', '.')
        : type.StartsWith(Namespace, StringComparison.Ordinal) ? type[Namespace.Length..]
        : null;

    /// <summary>
    /// The type as it stands in a file of ours: what it nests, and what the compiler made for it, is part of it.
    /// </summary>
    private static string Outer(IType type) => type.FullName.Split('+', '/')[0].Split('`')[0];
}
