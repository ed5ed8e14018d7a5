/** Style sheets of components that only pages about families use. */
import '@mantine/core/styles/Checkbox.layer.css';
