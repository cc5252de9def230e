using Mono.Cecil;

namespace Dialoogtafel.Benchmarks;

/// <summary>
/// The own types that compiled code names: of the assemblies Dialoogtafel.Web and Dialoogtafel.Domain, each as the
/// outermost type that was written by hand. Unseen is what leaves no trace in compiled code: attributes, and the class
/// of a constant. A member of an enum is a number there; the enum counts where a signature, a field or a local has it.
/// </summary>
static class NamedTypes
{
    static readonly HashSet<string> Own = ["Dialoogtafel.Web", "Dialoogtafel.Domain"];

    /// <summary>
    /// What its signature and its body name: the declaring types and the signatures of what it calls or makes, with
    /// generic arguments; fields and their types; locals, casts and caught exceptions.
    /// </summary>
    public static IEnumerable<TypeDefinition> OfMethod(MethodDefinition method) => Owned(References(method));

    /// <summary>What the whole type names: its base, interfaces, fields, methods and nested types.</summary>
    public static IEnumerable<TypeDefinition> OfType(TypeDefinition type) =>
        Owned([
                .. type.BaseType is null ? [] : new[] { type.BaseType },
                .. type.Interfaces.Select(item => item.InterfaceType),
                .. type.Fields.Select(item => item.FieldType),
                .. type.Methods.SelectMany(References),
            ])
            .Concat(type.NestedTypes.SelectMany(OfType));

    public static bool IsOwn(TypeReference type) =>
        Own.Contains(type.Scope is ModuleDefinition module ? module.Assembly.Name.Name : type.Scope.Name);

    public static TypeReference Outermost(TypeReference type)
    {
        type = type.GetElementType();
        return type.DeclaringType is { } outer ? Outermost(outer) : type;
    }

    static IEnumerable<TypeDefinition> Owned(IEnumerable<TypeReference> references) =>
        references
            .SelectMany(Parts)
            .Where(IsOwn)
            .Select(Outermost)
            // Anonymous types and other types of the compiler that stand on their own.
            .Where(type => !type.Name.StartsWith('<'))
            .Select(type => type.Resolve());

    static IEnumerable<TypeReference> References(MethodDefinition method)
    {
        var signature = Signature(method);
        if (!method.HasBody)
            return signature;

        var body = method.Body;
        return
        [
            .. signature,
            .. body.Variables.Select(item => item.VariableType),
            .. body.ExceptionHandlers.Select(item => item.CatchType).OfType<TypeReference>(),
            .. body.Instructions.SelectMany(item => Operand(item.Operand)),
        ];
    }

    static IEnumerable<TypeReference> Operand(object? operand) =>
        operand switch
        {
            TypeReference type => [type],
            FieldReference field => [field.DeclaringType, field.FieldType],
            GenericInstanceMethod method => [.. Called(method), .. method.GenericArguments],
            MethodReference method => Called(method),
            _ => [],
        };

    static IEnumerable<TypeReference> Called(MethodReference method) => [method.DeclaringType, .. Signature(method)];

    static IEnumerable<TypeReference> Signature(MethodReference method) =>
        [method.ReturnType, .. method.Parameters.Select(item => item.ParameterType)];

    /// <summary>A list of invitations is a list and an invitation; an array is what it holds.</summary>
    static IEnumerable<TypeReference> Parts(TypeReference type) =>
        type switch
        {
            GenericParameter => [],
            GenericInstanceType of => [of.ElementType, .. of.GenericArguments.SelectMany(Parts)],
            TypeSpecification of => Parts(of.ElementType),
            _ => [type],
        };
}
