using Mono.Cecil;

namespace Dialoogtafel.Benchmarks;

/// <summary>
/// How many own types one must know to follow an act. Begins at the action method and follows calls to methods of its
/// controller and of the base classes that are ours, with what the compiler made of them (async methods, iterators,
/// lambdas, local functions). Touched directly are the distinct own types that these bodies and signatures name
/// (<see cref="NamedTypes"/>), without the controller and its base classes. At second hand: what the whole of those
/// types names besides.
/// </summary>
sealed class TouchedTypes
{
    // By the controllers that have had it, so that a site from before a move can be counted too.
    static readonly (string Act, string[] Controllers, string Route)[] Acts =
    [
        ("A participant answers", ["MyAnswerController"], "antwoord"),
        (
            "One invitation is sent",
            ["InvitationSendingController", "InvitationsController"],
            "uitnodigingen/{id:int}/verzending"
        ),
    ];

    /// <summary>The controller and its own base classes.</summary>
    readonly List<TypeDefinition> family = [];
    readonly HashSet<MethodDefinition> followed = [];

    TouchedTypes(TypeDefinition controller, MethodDefinition action)
    {
        for (TypeReference type = controller; NamedTypes.IsOwn(type); type = family[^1].BaseType)
            family.Add(type.Resolve());
        Follow(action);
        Directly = [.. followed.SelectMany(NamedTypes.OfMethod).Except(family)];
        AtSecondHand = [.. Directly.SelectMany(NamedTypes.OfType).Except(family).Except(Directly)];
    }

    HashSet<TypeDefinition> Directly { get; }

    HashSet<TypeDefinition> AtSecondHand { get; }

    /// <param name="site">Dialoogtafel.Web.dll with Dialoogtafel.Domain.dll beside it; null is the site of this
    /// program.</param>
    /// <exception cref="InvalidOperationException">The site has no such action, or more than one.</exception>
    public static void Print(string? site)
    {
        var path = Path.GetFullPath(site ?? Path.Combine(AppContext.BaseDirectory, "Dialoogtafel.Web.dll"));
        using var beside = new DefaultAssemblyResolver();
        beside.AddSearchDirectory(Path.GetDirectoryName(path));
        using var web = ModuleDefinition.ReadModule(path, new ReaderParameters { AssemblyResolver = beside });
        foreach (var (act, names, route) in Acts)
        {
            var action = Only(
                web.Types.Where(type => names.Contains(type.Name)).SelectMany(type => type.Methods),
                method => TakesPost(method, route),
                $"POST {route}"
            );
            var touched = new TouchedTypes(action.DeclaringType, action);
            Console.WriteLine($"{act} ({action.DeclaringType.Name}.{action.Name})");
            Console.WriteLine($"  directly {touched.Directly.Count}: {Names(touched.Directly)}");
            Console.WriteLine($"  at second hand {touched.AtSecondHand.Count}: {Names(touched.AtSecondHand)}");
        }
    }

    static T Only<T>(IEnumerable<T> items, Func<T, bool> wanted, string what) =>
        items.Where(wanted).ToList() is [var one]
            ? one
            : throw new InvalidOperationException($"There is not exactly one {what} in this site.");

    static bool TakesPost(MethodDefinition method, string route) =>
        method
            .CustomAttributes.Where(item => item.AttributeType.Name == "HttpPostAttribute")
            .SelectMany(item => item.ConstructorArguments)
            .Any(item => $"/{item.Value}".EndsWith($"/{route}", StringComparison.Ordinal));

    static string Names(IEnumerable<TypeDefinition> types) =>
        string.Join(", ", types.Select(type => type.Name.Split('`')[0]).Order(StringComparer.Ordinal));

    void Follow(MethodDefinition method)
    {
        if (!followed.Add(method))
            return;

        foreach (var next in StateMachine(method).Concat(Overrides(method)).Concat(Called(method)))
            Follow(next);
    }

    /// <summary>The methods of what the compiler made of an async method or an iterator.</summary>
    static IEnumerable<MethodDefinition> StateMachine(MethodDefinition method) =>
        method
            .CustomAttributes.Where(item => item.AttributeType.Name.EndsWith("StateMachineAttribute"))
            .SelectMany(item => ((TypeReference)item.ConstructorArguments[0].Value).Resolve().Methods);

    /// <summary>What a class nearer to the controller, or the controller itself, does instead.</summary>
    IEnumerable<MethodDefinition> Overrides(MethodDefinition method) =>
        method.IsVirtual && family.Contains(method.DeclaringType)
            ? family
                .TakeWhile(type => type != method.DeclaringType)
                .Select(type => MetadataResolver.GetMethod(type.Methods, method))
                .OfType<MethodDefinition>()
            : [];

    /// <summary>Lambdas and local functions too: where one is handed on, its name is in the body.</summary>
    IEnumerable<MethodDefinition> Called(MethodDefinition method) =>
        method.HasBody
            ? method
                .Body.Instructions.Select(item => item.Operand)
                .OfType<MethodReference>()
                .Where(item => family.Contains(NamedTypes.Outermost(item.DeclaringType)))
                .Select(item => item.Resolve())
            : [];
}
